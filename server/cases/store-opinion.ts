import { severityOpinions } from '@/db/schema'
import type { Severity } from '@/domain/severity/severity'
import type { Context } from '@/server/kernel/context'
import { actingPerson } from './acting-person'
import type { FoundCase } from './load-case'
import { recordCaseEvent } from './record-case-event'
import { opinionPlace } from './severity-record'

/** Stores what whoever acts says of the severity, in the place of what they said before. */
export async function storeOpinion(
  context: Context,
  found: FoundCase,
  severity: Severity,
  reason: string | null,
): Promise<void> {
  const { personId } = actingPerson(context.actor)
  const place = (column: 'severity' | 'reason') => opinionPlace(found.case.id, personId, column)
  const said = {
    severity: found.vault.seal(place('severity'), JSON.stringify(severity)),
    reason: reason === null ? null : found.vault.seal(place('reason'), reason),
    scoredAt: context.now,
  }
  await context.tx
    .insert(severityOpinions)
    .values({ caseId: found.case.id, personId, ...said })
    .onConflictDoUpdate({ target: [severityOpinions.caseId, severityOpinions.personId], set: said })
  await recordCaseEvent(context, found, 'severity_scored', { rating: severity.rating }, reason)
}
