import type { QueueFilters } from '@/domain/cases/queue-filters'
import { readQuestion } from '@/domain/search/question'
import { searchNoteId } from './queue-filter-form'

/** How the search works, beside its field: read by screen readers always, shown once somebody searches. */
export function SearchNote({ filters: { q } }: { filters: QueueFilters }) {
  const words = q ? readQuestion(q).words : []
  return (
    <p id={searchNoteId} className={q ? 'text-sm text-muted' : 'sr-only'}>
      {words.length > 1 ? `Cases that hold all of: ${words.join(' · ')}. ` : ''}
      Words are found whole, in any order: the texts are sealed.
    </p>
  )
}
