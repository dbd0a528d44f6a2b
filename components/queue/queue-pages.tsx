import { LinkButton } from '@/components/ui/link-button'
import type { QueueFilters } from '@/domain/cases/queue-filters'
import { queueHref } from './queue-href'

type Props = { filters: QueueFilters; next: string | null; shown: number }

/** Onwards through a long queue, and back to its beginning. */
export function QueuePages({ filters, next, shown }: Props) {
  if (!next && !filters.cursor) return null
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3">
      {filters.cursor && (
        <LinkButton href={queueHref({ ...filters, cursor: undefined })} size="small">
          ↑ First page
        </LinkButton>
      )}
      <p className="text-muted tabular-nums">{shown} cases on this page</p>
      {next && (
        <LinkButton href={queueHref({ ...filters, cursor: next })} rel="next" size="small">
          Next page →
        </LinkButton>
      )}
    </nav>
  )
}
