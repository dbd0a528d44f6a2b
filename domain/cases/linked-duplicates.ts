import type { CaseEvent } from './case-event'

/** The ids of the cases that are linked as repeating this one, by the events of linking and undoing. */
export function linkedDuplicates(events: readonly CaseEvent[]): string[] {
  const linked = new Set<string>()
  for (const event of events) {
    if (event.type === 'duplicate_linked') linked.add(event.data.caseId)
    if (event.type === 'duplicate_unlinked') linked.delete(event.data.caseId)
  }
  return [...linked]
}
