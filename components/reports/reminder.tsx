import type { OwnReport } from '@/server/reports/own-report'
import { RemindForm } from './remind-form'

type Props = Pick<OwnReport, 'reminder' | 'reference'>

/** The way to remind a team that is late, or from when on there is one; nothing once it has acknowledged. */
export function Reminder({ reminder, reference }: Props) {
  if (reminder.isAllowed) return <RemindForm reference={reference} />
  if (reminder.code === 'acknowledged') return null
  return <p className="text-sm text-muted">{reminder.reason}</p>
}
