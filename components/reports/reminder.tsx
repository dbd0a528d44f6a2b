import type { OwnReport } from '@/server/reports/own-report'
import { RemindForm } from './remind-form'

/** The way to remind a team that is late, or from when on there is one; nothing once it has acknowledged. */
export function Reminder({ reminder }: Pick<OwnReport, 'reminder'>) {
  if (reminder.isAllowed) return <RemindForm />
  if (reminder.code === 'acknowledged') return null
  return <p className="text-sm text-muted">{reminder.reason}</p>
}
