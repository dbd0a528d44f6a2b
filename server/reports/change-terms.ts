import { daysAfter } from '@/domain/reports/report-form'
import { daysAfterReport, localInstant } from '@/domain/reports/reporter-terms'
import type { Instant } from '@/lib/instant'
import { optionalShortText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { invalid } from '@/server/kernel/problem'
import { reporterCommand } from './reporter-command'
import { storeTerms } from './stated-terms'

/** The reporter states when they publish on their own, moves that date, or takes it back. */
export const changeTerms = reporterCommand({
  name: 'reporters.changeTerms',
  input: {
    /** Local date and time, e.g. `2027-03-01T09:00`; empty: no date of their own. */
    disclosureDate: optionalShortText(25),
    disclosureTimeZone: optionalShortText(64),
    /** In place of a date: so many days after the report arrived. */
    disclosureDays: daysAfter,
    seen: versionSeen(),
  },
  may: 'state_terms',
  run: async (context, { seen, ...input }, found) => {
    const { report } = found
    const disclosureAt = readDate(input, report.receivedAt, context.now)
    const disclosureTimeZone = disclosureAt === null ? null : (input.disclosureTimeZone ?? 'UTC')
    const isSame = report.disclosureAt === disclosureAt && report.disclosureTimeZone === disclosureTimeZone
    if (!isSame) {
      await storeTerms(context, found, seen, { disclosureAt, disclosureTimeZone })
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

interface StatedDate {
  disclosureDate: string | null
  disclosureTimeZone: string | null
  disclosureDays: number | null
}

function readDate(
  { disclosureDate, disclosureTimeZone, disclosureDays }: StatedDate,
  receivedAt: Instant,
  now: Instant,
): Instant | null {
  if (disclosureDate !== null && disclosureDays !== null)
    throw invalid({ disclosureDays: ['State one of the two: a date, or days after the report.'] })
  if (disclosureDays !== null) {
    const at = daysAfterReport(receivedAt, disclosureDays)
    if (at > now) return at
    throw invalid({ disclosureDays: ['So many days have passed since your report. Write more.'] })
  }
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
