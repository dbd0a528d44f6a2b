import type { CaseEvent } from '@/domain/cases/case-event'
import { eventInWords } from '@/domain/cases/event-in-words'
import type { Instant } from '@/lib/instant'
import { whoOf, type NameOf } from './case-view-names'
import type { CaseRows } from './case-view-rows'
import type { FoundCase } from './load-case'

/** What happened, in words. */
export interface EventView {
  position: number
  at: Instant
  who: string
  what: string
  /** A reason or an explanation, where one was given. */
  prose: string | null
}

/** The events of the case, newest first. */
export function eventsView(found: FoundCase, { history, record }: CaseRows, nameOf: NameOf): EventView[] {
  const lineNames = new Map(record.lines.map(({ status }) => [status.line.id, status.line.name]))
  const names = { person: nameOf, line: (id: string) => lineNames.get(id) ?? 'a removed line' }
  return history
    .map((event) => ({
      position: event.position,
      at: event.at,
      who: whoOf(event),
      what: eventInWords(event as unknown as CaseEvent, names),
      prose: event.prose
        ? found.vault.open(
            { table: 'events', row: `${found.case.id}/${event.position}`, column: 'prose' },
            event.prose,
          )
        : null,
    }))
    .reverse()
}
