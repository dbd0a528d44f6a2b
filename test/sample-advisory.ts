import { toInstant } from '@/lib/instant'
import { advisoryDraftSchema } from '@/domain/advisories/advisory-draft'
import type { CreditEntry } from '@/domain/advisories/credit-ledger'
import {
  buildPublicDocument,
  type AdvisoryContents,
  type PublicDocument,
} from '@/domain/advisories/public-document'
import type { LineStatus, ReleaseLine } from '@/domain/backports/line-status'
import type { CaseEvent } from '@/domain/cases/case-event'

/** A supported line whose range is its name. */
export const line = (name: string, more: Partial<ReleaseLine> = {}): ReleaseLine => ({
  id: name,
  name,
  range: name,
  branch: name,
  isDevelopment: false,
  supportedFrom: toInstant('2024-01-01T00:00:00Z'),
  supportedUntil: null,
  ...more,
})
/** An affected line in the middle of its work. */
export const status = (name: string, more: Partial<LineStatus> = {}): LineStatus => ({
  line: line(name),
  affectedness: 'affected',
  justification: null,
  plan: 'fix',
  planReason: null,
  work: 'in_review',
  introducedIn: null,
  release: null,
  majorReason: null,
  ...more,
})
/** An affected line whose patch release is out. */
export const fixedIn = (name: string, version: string, more: Partial<LineStatus> = {}): LineStatus =>
  status(name, {
    work: 'released',
    release: {
      version,
      releasedAt: toInstant('2026-11-20T10:00:00Z'),
      url: `https://example.org/releases/${version}`,
    },
    ...more,
  })

/** A complete draft. */
export const draft = advisoryDraftSchema.parse({
  title: 'Template names escape the folder',
  summary: 'A template name with two dots reads files outside the folder.',
  impact: 'Anyone who chooses template names reads files.',
  actions: 'Update to a fixed version.',
  cveId: 'cve-2026-12345',
  creditDecision: 'as_in_ledger',
})
/** Somebody who accepted the credit. */
export const finder: CreditEntry = {
  name: 'moth',
  link: null,
  roles: ['reporter', 'finder'],
  consent: 'accepted',
}
/** Everything the case says, with these lines. */
export const contents = (lines: readonly LineStatus[]): AdvisoryContents => ({
  draft,
  severity: { rating: 'high', cvss: [], cwes: ['CWE-22'] },
  lines,
  credits: [finder],
})
/** The way of a case up to its patch release, with events that stay inside. */
export const events: CaseEvent[] = [
  {
    type: 'report_received',
    at: toInstant('2026-11-01T08:00:00Z'),
    data: { reportId: 'r1', channel: 'web' },
  },
  { type: 'acknowledged', at: toInstant('2026-11-01T20:00:00Z'), data: { handlerId: 'p1' } },
  {
    type: 'report_received',
    at: toInstant('2026-11-03T08:00:00Z'),
    data: { reportId: 'r2', channel: 'email' },
  },
  { type: 'note_added', at: toInstant('2026-11-04T08:00:00Z'), data: { messageId: 'm1' } },
  {
    type: 'patch_released',
    at: toInstant('2026-11-20T11:00:00Z'),
    data: { lineId: '2.4.x', version: '2.4.7', releasedAt: toInstant('2026-11-20T10:00:00Z') },
  },
]

/** The document announced with these lines. */
export function announced(lines: readonly LineStatus[]): PublicDocument {
  const built = buildPublicDocument({
    id: 'DDA-2026-7K3Q-X9AB',
    project: { name: 'Marmotte', slug: 'marmotte', packages: ['pkg:npm/marmotte'] },
    events,
    publishedAt: toInstant('2026-11-27T10:00:00Z'),
    ...contents(lines),
  })
  if (!built.ok) throw new Error(built.refusal.reason)
  return built.value
}
/** The value of a result that must be one. */
export const valueOf = <Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { reason: string } },
): Value => {
  if (!result.ok) throw new Error(result.refusal.reason)
  return result.value
}
