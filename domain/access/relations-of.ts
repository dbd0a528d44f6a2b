import type { Actor, Subject } from './actor'
import type { Relation } from './verbs'

type Person = Extract<Actor, { kind: 'person' }>
type CaseSubject = Extract<Subject, { kind: 'case' }>

/**
 * How the actor stands to the subject. A restricted case is there for leads, its primary handler, and the handlers put on it
 * by name; a role elsewhere gives nothing, and neither does a case a removed person was once put on as handler.
 */
export function relationsOf(actor: Actor, subject: Subject): Relation[] {
  switch (actor.kind) {
    case 'anyone':
      return ['anyone']
    case 'job':
      return ['anyone', 'job']
    case 'machine':
      return subject.kind === 'project' && subject.projectId === actor.projectId
        ? ['anyone', actor.machine]
        : ['anyone']
    case 'reporter':
      return holdsReceiptOf(actor.reportId, subject) ? ['anyone', 'reporter'] : ['anyone']
    case 'person':
      return ['anyone', ...personRelations(actor, subject)]
  }
}

const holdsReceiptOf = (id: string, subject: Subject): boolean =>
  (subject.kind === 'case' && subject.reportIds.includes(id)) ||
  (subject.kind === 'request' && subject.requestId === id)

function personRelations(person: Person, subject: Subject): Relation[] {
  if (subject.kind === 'view') return viewRelations(person, subject)
  if (subject.kind === 'account') return subject.personId === person.personId ? ['self'] : []
  if (person.isOwner) return subject.kind === 'instance' ? ['owner'] : ['lead', 'owner']
  if (subject.kind === 'instance') return []
  if (subject.kind === 'person') return rolesBeside(person, subject.projectIds)
  const role = Object.hasOwn(person.roles, subject.projectId) ? person.roles[subject.projectId] : undefined
  if (subject.kind !== 'case') return role === undefined ? [] : [role]
  const put = Object.hasOwn(person.cases, subject.caseId) ? person.cases[subject.caseId] : undefined
  const relations: Relation[] = put === 'collaborator' ? ['collaborator'] : []
  if (role === 'lead') relations.push('lead')
  if (role === 'handler' && (!subject.isRestricted || isOn(person, subject, put))) relations.push('handler')
  if (role === 'observer' && !subject.isRestricted) relations.push('observer')
  return relations
}

/** One's roles in the projects one has in common with somebody. */
const rolesBeside = ({ roles }: Person, projectIds: readonly string[]): Relation[] => [
  ...new Set(projectIds.flatMap((id) => (Object.hasOwn(roles, id) ? (roles[id] ?? []) : []))),
]

/** One's own view is one's own; a shared one is there for the team, and stays its maker's for as long as they are in it. */
function viewRelations(person: Person, view: Extract<Subject, { kind: 'view' }>): Relation[] {
  const own: Relation[] = view.personId === person.personId ? ['self'] : []
  if (view.projectId === null) return own
  const inTeam = personRelations(person, { kind: 'project', projectId: view.projectId })
  return inTeam.length === 0 ? [] : [...own, ...inTeam]
}

const isOn = (person: Person, subject: CaseSubject, put: 'handler' | 'collaborator' | undefined) =>
  put === 'handler' || subject.handlerId === person.personId

/**
 * Does the subject exist for this actor? What they may not see is not found, never forbidden. The where-clauses of
 * `server/` say the same for many rows at once. The public side of a project is not asked here: it is there for anyone.
 */
export const sees = (actor: Actor, subject: Subject): boolean =>
  relationsOf(actor, subject).some((relation) => relation !== 'anyone')
