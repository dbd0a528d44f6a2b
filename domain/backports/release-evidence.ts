import { z } from 'zod'
import { toInstant, type Instant } from '@/lib/instant'

/** What a package registry says of a version. */
export type RegistryAnswer =
  | { state: 'published'; publishedAt: Instant | null; integrity: string | null; deprecated: string | null }
  /** The registry answered that there is no such version. */
  | { state: 'missing' }
  /** It did not answer, or with something else. */
  | { state: 'unknown' }

export const evidenceStates = ['published', 'missing', 'unknown'] as const

/** What an answer means beside the one before; null: nothing new. */
export const evidenceChanges = [
  'found',
  'not_there',
  'vanished',
  'deprecated',
  'undeprecated',
  'content_changed',
] as const
export type EvidenceChange = (typeof evidenceChanges)[number]

/**
 * What is new about a release. A registry that does not answer says nothing. Worked case: 2.4.7 was published, and now there is no
 * such version → vanished. Whoever has the same version under another hash has other content: content_changed.
 */
export function evidenceChange(before: RegistryAnswer | null, after: RegistryAnswer): EvidenceChange | null {
  if (after.state === 'unknown') return null
  if (before === null || before.state === 'unknown') return after.state === 'missing' ? 'not_there' : 'found'
  if (after.state === 'missing') return before.state === 'missing' ? null : 'vanished'
  if (before.state === 'missing') return 'found'
  if (before.integrity !== null && after.integrity !== before.integrity) return 'content_changed'
  if ((before.deprecated === null) === (after.deprecated === null)) return null
  return after.deprecated === null ? 'undeprecated' : 'deprecated'
}

/** The answer that stands once this one came: silence, and a date that was not asked for again, leave what was known. */
export function standingAnswer(before: RegistryAnswer | null, after: RegistryAnswer): RegistryAnswer {
  if (after.state === 'unknown') return before ?? after
  if (after.state === 'missing' || before?.state !== 'published') return after
  return { ...after, publishedAt: after.publishedAt ?? before.publishedAt }
}

const versionDocument = z.object({
  version: z.string(),
  deprecated: z.union([z.string(), z.boolean()]).optional(),
  dist: z.object({ integrity: z.string().max(1000).optional(), shasum: z.string().max(200).optional() }),
})
const longestDeprecation = 500

/** What npm's document of one version says; unknown when it is none, or of another version. */
export function readVersionDocument(json: unknown, version: string): RegistryAnswer {
  const read = versionDocument.safeParse(json)
  if (!read.success || read.data.version !== version) return { state: 'unknown' }
  const { deprecated, dist } = read.data
  return {
    state: 'published',
    publishedAt: null,
    integrity: dist.integrity ?? (dist.shasum ? `sha1:${dist.shasum}` : null),
    deprecated: deprecated ? String(deprecated).slice(0, longestDeprecation) : null,
  }
}

const packageDocument = z.object({ time: z.record(z.string(), z.unknown()) })

/** When npm's document of a package says that the version was published; null: it does not say. */
export function readPublishedAt(json: unknown, version: string): Instant | null {
  const read = packageDocument.safeParse(json)
  const at = read.success ? read.data.time[version] : null
  return typeof at === 'string' ? readInstant(at) : null
}

/** A moment as registries write it; null: the text is none. */
const readInstant = (text: string): Instant | null =>
  /^[1-9]\d{3}-\d\d-\d\dT[\d:.]{5,16}Z$/.test(text) && !Number.isNaN(Date.parse(text))
    ? toInstant(text)
    : null
