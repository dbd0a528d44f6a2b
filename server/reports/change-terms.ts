import { eq } from 'drizzle-orm'
import { reports } from '@/db/schema'
import { localInstant } from '@/domain/reports/reporter-terms'
import { optionalShortText } from '@/lib/text'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import type { Instant } from '@/lib/instant'
import { invalid } from '@/server/kernel/problem'
import { reporterCommand } from './reporter-command'

/** The reporter states when they publish on their own, moves that date, or takes it back. */
export const changeTerms = reporterCommand({
  name: 'reporters.changeTerms',
  input: {
    /** Local date and time, e.g. `2027-03-01T09:00`; empty: no date of their own. */
    disclosureDate: optionalShortText(25),
    disclosureTimeZone: optionalShortText(64),
  },
  may: 'state_terms',
  run: async (context, input, found) => {
    const disclosureAt = readDate(input, context.now)
    const disclosureTimeZone = disclosureAt === null ? null : input.disclosureTimeZone
    const { report } = found
    const isSame = report.disclosureAt === disclosureAt && report.disclosureTimeZone === disclosureTimeZone
    if (!isSame) {
      await context.tx
        .update(reports)
        .set({ disclosureAt, disclosureTimeZone })
        .where(eq(reports.id, report.id))
      const said = (at: Instant | null, zone: string | null) => (at === null ? 'no date' : `${at} (${zone})`)
      await recordCaseEvent(
        context,
        found,
        'reporter_terms_changed',
        { reportId: report.id },
        `From ${said(report.disclosureAt, report.disclosureTimeZone)} to ${said(disclosureAt, disclosureTimeZone)}.`,
      )
      await tellHandlers(context, found, 'reporter_terms_changed')
    }
    return { disclosureAt, disclosureTimeZone }
  },
})

function readDate(
  {
    disclosureDate,
    disclosureTimeZone,
  }: { disclosureDate: string | null; disclosureTimeZone: string | null },
  now: Instant,
): Instant | null {
  if (disclosureDate === null) return null
  const at = localInstant(disclosureDate, disclosureTimeZone ?? '')
  if (!at.ok)
    throw invalid({
      [at.refusal.code === 'zone' ? 'disclosureTimeZone' : 'disclosureDate']: [at.refusal.reason],
    })
  if (at.value <= now)
    throw invalid({
      disclosureDate: ['This date has passed. Write a later one, or leave it empty to have none.'],
    })
  return at.value
}
