import { Badge } from '@/components/ui/badge'

/** Whether a release may go out. */
export function GateBadge({ mayGoOut }: { mayGoOut: boolean }) {
  return <Badge tone={mayGoOut ? 'on-track' : 'due-soon'}>{mayGoOut ? 'May go out' : 'May not go out'}</Badge>
}
