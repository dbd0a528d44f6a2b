/** Something that was changed, as the database tells it to every process: ids and kinds, never contents. */
export type Change =
  | { kind: 'case'; caseId: string; event: string }
  /** In the chain of the desk itself: people, projects, requests, alerts. */
  | { kind: 'desk'; event: string; projectId: string | null }
  /** Somebody came to the page of a case, went, or began to write. */
  | { kind: 'lookers'; caseId: string }
  /** Somebody was notified of something, or has read it. */
  | { kind: 'notified'; personId: string }

/** The chain of everything that belongs to no case. */
const deskChain = '00000000-0000-4000-8000-000000000000'
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What was told, or null where it makes no sense: as of another version of the program. The triggers `tell_of_event` and `tell_of_notification` write it. */
export function readChange(told: string): Change | null {
  const [kind, id = '', event = '', projectId] = told.split(' ')
  if (!uuid.test(id)) return null
  if (kind === 'lookers') return { kind, caseId: id }
  if (kind === 'notified') return { kind, personId: id }
  if (kind !== 'event' || event === '') return null
  return id === deskChain
    ? { kind: 'desk', event, projectId: projectId ?? null }
    : { kind: 'case', caseId: id, event }
}

/** How it is told that somebody came to the page of a case, went, or began to write. */
export const lookersTold = (caseId: string): string => `lookers ${caseId}`

const withdrawing = new Set(['restriction_changed', 'moved', 'participant_removed'])

/**
 * Whether somebody may have lost sight of the case by it. They cannot be told of a case that is not there for them any more, and
 * yet have it on their screen: so everybody is asked to look again, without being told at what.
 */
export const mayHide = (event: string, isRestricted: boolean): boolean =>
  withdrawing.has(event) || (isRestricted && event === 'handler_assigned')
