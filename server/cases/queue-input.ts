import { z } from 'zod'
import { longestTag } from '@/domain/cases/tag'
import { queueSorts, queueViews, type QueueFilters } from '@/domain/cases/queue-filters'
import { stages } from '@/domain/cases/stage'
import { ratings } from '@/domain/severity/rating'
import { cleanText } from '@/lib/text'

/** An absent filter, and an empty field of a form, are the same. */
const filter = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

const cleaned = (max: number, tooLong: string) =>
  z.string().transform(cleanText).pipe(z.string().trim().max(max, tooLong))

/** What the queue is asked for, from an address or a query string. */
export const queueInput = z.object({
  view: filter(z.enum(queueViews, 'There is no such view.')),
  project: filter(cleaned(100, 'There is no such project.')),
  severity: filter(z.enum([...ratings, 'unrated'], 'There is no such severity.')),
  stage: filter(z.enum(stages, 'There is no such stage.')),
  handler: filter(z.uuid('There is no such person.')),
  tag: filter(cleaned(longestTag, 'There is no such tag.')),
  q: filter(cleaned(200, 'Search for fewer words: 200 characters at most.')),
  sort: filter(z.enum(queueSorts, 'The queue cannot be sorted by this.')),
  cursor: filter(z.string().max(300)),
})

/** The filters in the address of a page. What makes no sense there is left out: a stale link still shows a queue. */
export function readQueueFilters(search: Record<string, string | string[] | undefined>): QueueFilters {
  const filters: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(queueInput.shape)) {
    const given = search[name]
    const read = schema.safeParse(Array.isArray(given) ? given[0] : given)
    if (read.success && read.data !== undefined) filters[name] = read.data
  }
  return filters as QueueFilters
}
