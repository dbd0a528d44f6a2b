import { z } from 'zod'
import { instantSchema } from '@/lib/instant-schema'
import type { CaseEvent } from '@/domain/cases/case-event'

export const timelineKinds = [
  'reported',
  'acknowledged',
  'confirmed',
  'released',
  'yanked',
  'announced',
  'revised',
] as const

export const timelineEntrySchema = z.object({
  at: instantSchema,
  kind: z.enum(timelineKinds),
  text: z.string(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** What each event says to the public; null: it stays inside. */
function entryOf(event: CaseEvent): TimelineEntry | null {
  const { at } = event
  if (event.type === 'report_received') return { at, kind: 'reported', text: 'Reported to the project.' }
  if (event.type === 'acknowledged') return { at, kind: 'acknowledged', text: 'Acknowledged by the project.' }
  if (event.type === 'confirmed') return { at, kind: 'confirmed', text: 'Confirmed.' }
  if (event.type === 'patch_released') {
    const { version, releasedAt } = event.data
    return { at: releasedAt, kind: 'released', text: `${version} released with the fix.` }
  }
  if (event.type === 'release_yanked')
    return { at, kind: 'yanked', text: `${event.data.version} taken back.` }
  if (event.type === 'fix_failed')
    return { at, kind: 'yanked', text: `${event.data.version} turned out not to fix it.` }
  return null
}

const onlyFirst: ReadonlySet<TimelineEntry['kind']> = new Set(['reported', 'acknowledged', 'confirmed'])

/**
 * The way from the report to the patch releases as the public may read it, oldest first. Only events listed above appear:
 * no names, channels, notes or overrides; a second report of the same bug does not show.
 */
export function disclosureTimeline(events: readonly CaseEvent[]): TimelineEntry[] {
  const entries = events
    .map(entryOf)
    .filter((entry) => entry !== null)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return entries.filter(
    (entry, index) =>
      !onlyFirst.has(entry.kind) || entries.findIndex(({ kind }) => kind === entry.kind) === index,
  )
}
