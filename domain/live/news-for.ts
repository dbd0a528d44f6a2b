import type { Actor, Subject } from '../access/actor'
import { can } from '../access/can'
import { mayHide, type Change } from './change'
import { allNews, joinNews, noNews, type News } from './news'

/** As much of a case as is needed to say who may hear of it. */
export interface CaseHeard {
  id: string
  reference: string
  projectId: string
  isRestricted: boolean
  handlerId: string | null
}

/** What of these changes is news for this actor: nothing of what they may not see. `known` are the cases the changes name. */
export function newsFor(
  actor: Actor,
  changes: readonly Change[],
  known: ReadonlyMap<string, CaseHeard>,
): News {
  return changes.map((change) => newsOfOne(actor, change, known)).reduce(joinNews, noNews)
}

function newsOfOne(actor: Actor, change: Change, known: ReadonlyMap<string, CaseHeard>): News {
  if (change.kind === 'notified')
    return { ...noNews, notifications: actor.kind === 'person' && actor.personId === change.personId }
  if (change.kind === 'desk') {
    const { event, projectId } = change
    if (projectId === null) return noNews
    return {
      ...noNews,
      requests: event.startsWith('request_') && seesRequests(actor, projectId),
      alerts: event.startsWith('alert_') && can(actor, 'view_alerts', { kind: 'project', projectId }).allowed,
    }
  }
  const found = known.get(change.caseId)
  if (change.kind === 'case' && mayHide(change.event, found?.isRestricted ?? false)) return allNews
  if (!found || !can(actor, 'view_case', subjectOf(found)).allowed) return noNews
  return { ...noNews, [change.kind === 'lookers' ? 'lookers' : 'cases']: [found.reference] }
}

const seesRequests = (actor: Actor, projectId: string): boolean =>
  can(actor, 'view_request', { kind: 'request', projectId, requestId: '' }).allowed

/** Reports and the advisory's editor count for other verbs than seeing the case. */
const subjectOf = (found: CaseHeard): Subject => ({
  kind: 'case',
  caseId: found.id,
  projectId: found.projectId,
  isRestricted: found.isRestricted,
  handlerId: found.handlerId,
  reportIds: [],
  advisoryEditorId: null,
})
