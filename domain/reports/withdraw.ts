import { ok, type Result } from '@/lib/result'
import type { CaseEvent } from '@/domain/cases/case-event'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import type { CaseFacts } from '@/domain/cases/stage'

/** Whether this report is withdrawn: reopening the case undoes it. */
export const isWithdrawn = (events: readonly CaseEvent[], reportId: string): boolean =>
  events.findLast(
    (event) =>
      event.type === 'reopened' || (event.type === 'report_withdrawn' && event.data.reportId === reportId),
  )?.type === 'report_withdrawn'

/** May the reporter withdraw? Not what is confirmed: it stays a vulnerability, whoever found it. */
export function mayWithdraw(
  facts: Pick<CaseFacts, 'confirmedAt' | 'announcedAt' | 'resolution'>,
  isWithdrawnAlready: boolean,
): Result<null, Refusal> {
  if (isWithdrawnAlready) return refuseBecause('withdrawn', 'You withdrew this report already.')
  if (facts.resolution !== null) return refuseBecause('closed', 'The case is closed already.')
  if (facts.confirmedAt !== null || facts.announcedAt !== null)
    return refuseBecause(
      'confirmed',
      'The team has confirmed the vulnerability, so it goes on without you as well. Write to the team if you want to take no further part; you keep your credit.',
    )
  return ok(null)
}
