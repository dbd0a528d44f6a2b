import { sortLabel, viewLabel, viewOf, type QueueFilters } from '@/domain/cases/queue-filters'
import { stageLabel } from '@/domain/cases/stage-label'
import { ratingLabel } from '@/domain/severity/rating'

/** What a view shows, in a line: “Mine · High · search for “zebra” · by Oldest”. */
export function filtersInWords(filters: QueueFilters): string {
  const { project, severity, stage, handler, tag, q, sort } = filters
  return [
    viewLabel[viewOf(filters)],
    project,
    severity && (severity === 'unrated' ? 'Unrated' : ratingLabel[severity]),
    stage && stageLabel[stage],
    handler && 'one handler',
    tag && `tag “${tag}”`,
    q && `search for “${q}”`,
    sort && `by “${sortLabel[sort]}”`,
  ]
    .filter(Boolean)
    .join(' · ')
}
