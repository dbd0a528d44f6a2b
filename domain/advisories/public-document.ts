import { z } from 'zod'
import type { Instant } from '@/lib/instant'
import { instantSchema } from '@/lib/instant-schema'
import { ok, type Result } from '@/lib/result'
import type { LineStatus } from '@/domain/backports/line-status'
import type { CaseEvent } from '@/domain/cases/case-event'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { severitySchema, type Severity } from '@/domain/severity/severity'
import { referenceSchema, type AdvisoryDraft } from './advisory-draft'
import { affectedLineSchema, affectedRanges } from './affected-ranges'
import { publicCredits, publicCreditSchema, type CreditEntry } from './credit-ledger'
import { disclosureTimeline, timelineEntrySchema } from './disclosure-timeline'
import { publicIdPattern } from './public-id'

export const revisionKinds = ['announcement', 'correction', 'withdrawal', 'late_fix'] as const

export const revisionSchema = z.object({
  number: z.number().int().min(1),
  at: instantSchema,
  kind: z.enum(revisionKinds),
  /** What changed, for readers. */
  note: z.string(),
})

/** The announced advisory: what the public page, the feed and the JSON show, and all of it. Prose is Markdown. */
export const publicDocumentSchema = z.object({
  id: z.string().regex(publicIdPattern),
  project: z.object({
    name: z.string(),
    slug: z.string(),
    packages: z.array(z.string()).describe('purl, without version'),
  }),
  status: z.enum(['announced', 'withdrawn']),
  publishedAt: instantSchema,
  updatedAt: instantSchema,
  title: z.string(),
  summary: z.string(),
  impact: z.string().nullable(),
  /** What users must do. */
  actions: z.string().nullable(),
  workarounds: z.string().nullable(),
  severity: severitySchema,
  affected: z.array(affectedLineSchema),
  cveId: z.string().nullable(),
  noCveReason: z.string().nullable(),
  references: z.array(referenceSchema),
  credits: z.array(publicCreditSchema),
  timeline: z.array(timelineEntrySchema),
  revisions: z.array(revisionSchema).min(1),
})
export type PublicDocument = z.infer<typeof publicDocumentSchema>

/** What the case says at the moment of publishing. */
export interface AdvisoryContents {
  draft: AdvisoryDraft
  severity: Severity | null
  lines: readonly LineStatus[]
  credits: readonly CreditEntry[]
}

/** The parts that come from the case anew at every revision. */
export type DocumentBody = Omit<
  PublicDocument,
  'id' | 'project' | 'status' | 'publishedAt' | 'updatedAt' | 'timeline' | 'revisions'
>

/** The body, or what it cannot do without: an override may leave parts open, but never these three. */
export function documentBody({
  draft,
  severity,
  lines,
  credits,
}: AdvisoryContents): Result<DocumentBody, Refusal> {
  const { title, summary } = draft
  if (title === null || summary === null || severity === null) {
    return refuseBecause(
      'incomplete',
      'An advisory needs at least a title, a summary and a severity: add what is missing.',
    )
  }
  return ok({
    title,
    summary,
    impact: draft.impact,
    actions: draft.actions,
    workarounds: draft.workarounds,
    severity,
    affected: affectedRanges(lines),
    cveId: draft.cveId,
    noCveReason: draft.cveId === null ? draft.noCveReason : null,
    references: draft.references,
    credits: draft.creditDecision === 'as_in_ledger' ? publicCredits(credits) : [],
  })
}

/** The document of the announcement: its first revision. Later ones come from `revision.ts`. */
export function buildPublicDocument(
  announcement: AdvisoryContents & {
    id: string
    project: PublicDocument['project']
    events: readonly CaseEvent[]
    publishedAt: Instant
  },
): Result<PublicDocument, Refusal> {
  const { id, project, events, publishedAt } = announcement
  const body = documentBody(announcement)
  if (!body.ok) return body
  return ok({
    id,
    project,
    status: 'announced',
    publishedAt,
    updatedAt: publishedAt,
    ...body.value,
    timeline: [
      ...disclosureTimeline(events),
      { at: publishedAt, kind: 'announced', text: 'Advisory announced.' },
    ],
    revisions: [{ number: 1, at: publishedAt, kind: 'announcement', note: 'Announced.' }],
  })
}
