'use client'

import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { useLooking } from './looking'

/** Makes the case count as unread in one's queue, to come back to it. */
export function KeepUnread() {
  const { isKeptUnread, keepUnread } = useLooking()
  const announce = useToast()
  if (isKeptUnread) return <span className="text-sm text-muted">Unread in your queue</span>
  return (
    <Button
      variant="quiet"
      size="small"
      className="-ml-2.5 noscript:hidden"
      onClick={() =>
        void keepUnread().catch(() =>
          announce({ kind: 'failed', text: 'This could not be marked as unread. Try again.' }),
        )
      }
    >
      Mark as unread
    </Button>
  )
}
