import { reportLimits } from '@/domain/reports/report-form'
import { checkbox, optionalLongText, optionalShortText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { indexTrackingId } from '@/server/search/index-case'
import { reporterCommand } from './reporter-command'
import { statedTerms, storeTerms } from './stated-terms'

/** The reporter says more about their report: who knows of it, whether it is used or public, what they call it themselves. */
export const addTerms = reporterCommand({
  name: 'reporters.addTerms',
  input: {
    seen: versionSeen(),
    trackingId: optionalShortText(100),
    toldOthers: optionalLongText(reportLimits.prose),
    alreadyPublic: checkbox(),
    exploited: checkbox(),
    personalDataSeen: checkbox(),
  },
  may: 'state_terms',
  run: async (context, { seen, ...said }, found) => {
    const before = statedTerms(found.vault, found.report)
    const terms = { ...before, ...said }
    if (JSON.stringify(terms) === JSON.stringify(before)) return
    await storeTerms(context, found, seen, { terms })
    const reportId = found.report.id
    if (said.trackingId !== before.trackingId)
      await indexTrackingId(context, found.case.id, reportId, said.trackingId)
    await recordCaseEvent(
      context,
      found,
      'reporter_terms_changed',
      { reportId },
      changesInWords(before, terms),
    )
    await tellHandlers(context, found, 'reporter_terms_changed')
    if (said.personalDataSeen && !before.personalDataSeen) {
      await recordCaseEvent(context, found, 'personal_data_reported', { reportId })
      await tellHandlers(context, found, 'personal_data_seen', reportId)
    }
  },
})

const statements = {
  exploited: ['It is being exploited.', 'It is not known to be exploited.'],
  alreadyPublic: ['It is public already.', 'It is not public.'],
  personalDataSeen: ['They came across personal data.', 'They came across no personal data.'],
} as const

type Said = Record<keyof typeof statements, boolean> & Record<'trackingId' | 'toldOthers', string | null>

/** What is different now, as the reporter would say it. */
function changesInWords(before: Said, now: Said): string {
  const said = (Object.keys(statements) as (keyof typeof statements)[])
    .filter((key) => before[key] !== now[key])
    .map((key): string => statements[key][now[key] ? 0 : 1])
  if (before.toldOthers !== now.toldOthers) said.push(`Told others: ${now.toldOthers ?? 'nobody'}.`)
  if (before.trackingId !== now.trackingId) said.push(`They call it: ${now.trackingId ?? 'nothing'}.`)
  return said.join(' ')
}
