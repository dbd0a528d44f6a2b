import { severityOpinions } from '@/db/schema'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { recordCaseEvent } from './record-case-event'
import { enteredSeverity, severityFields } from './severity-input'
import { opinionPlace } from './severity-record'

/**
 * Says how severe one thinks the vulnerability is. It stands beside the others' until one says otherwise, and decides nothing: the
 * case's severity is the one that was classified.
 */
export const scoreSeverity = caseCommand({
  name: 'cases.scoreSeverity',
  input: severityFields,
  may: 'score_severity',
  run: async (context, input, found) => {
    const severity = enteredSeverity(input)
    const { personId } = actingPerson(context.actor)
    const place = (column: 'severity' | 'reason') => opinionPlace(found.case.id, personId, column)
    const said = {
      severity: found.vault.seal(place('severity'), JSON.stringify(severity)),
      reason: input.reason === null ? null : found.vault.seal(place('reason'), input.reason),
      scoredAt: context.now,
    }
    await context.tx
      .insert(severityOpinions)
      .values({ caseId: found.case.id, personId, ...said })
      .onConflictDoUpdate({ target: [severityOpinions.caseId, severityOpinions.personId], set: said })
    await recordCaseEvent(context, found, 'severity_scored', { rating: severity.rating }, input.reason)
    return { rating: severity.rating }
  },
})
