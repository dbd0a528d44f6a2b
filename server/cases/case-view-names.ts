import type { CaseRows, EventRow } from './case-view-rows'

/** The name of somebody of the team, by their id. */
export type NameOf = (personId: string) => string

/** Names of the team and of whoever acted; of those who left, what they did under. */
export function namesOf({ team, participants, history }: CaseRows): NameOf {
  const names = new Map<string, string>()
  for (const { actor } of history) if (actor.kind === 'person') names.set(actor.personId, actor.name)
  for (const { personId, name } of [...participants, ...team]) names.set(personId, name)
  return (personId) => names.get(personId) ?? 'somebody who left'
}

/** Who touched a task last, by the events that name it. */
export const lastTouching = (history: readonly EventRow[]) => (taskId: string) => {
  const last = history.findLast(({ data }) => data.taskId === taskId)
  return last ? whoOf(last) : null
}

/** Who did it, as the page names them. */
export function whoOf({ actor, type }: EventRow): string {
  switch (actor.kind) {
    case 'person':
    case 'machine':
      return actor.name
    case 'job':
      return 'The desk'
    case 'reporter':
      return 'The reporter'
    case 'anyone':
      return type === 'report_received' ? 'A reporter' : 'Somebody'
  }
}
