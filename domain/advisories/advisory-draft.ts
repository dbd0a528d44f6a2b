import { z } from 'zod'
import { optionalLongText, optionalShortText, shortText } from '@/lib/text'

const isWebUrl = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

export const referenceSchema = z.object({
  label: shortText(200, 'Name the reference.'),
  url: shortText(2000, 'Give a link.').refine(isWebUrl, 'Give a link that starts with https://.'),
})
export type Reference = z.infer<typeof referenceSchema>

const cveId = optionalShortText(30)
  .transform((text) => text?.toUpperCase() ?? null)
  .refine((id) => id === null || /^CVE-\d{4}-\d{4,19}$/.test(id), 'Write a CVE id like CVE-2026-12345.')

/** Whether the people and tools of the credit ledger are printed, or nobody is, with the reason. */
export const creditDecisions = ['as_in_ledger', 'nobody'] as const

/**
 * The advisory while it is written: every part may still be empty (null), so that it can be saved at any moment.
 * What it lacks is said by `missingParts`. Severity, versions and credits are not typed here; they come from the case.
 */
export const advisoryDraftSchema = z.object({
  title: optionalShortText(200),
  summary: optionalLongText(2000),
  impact: optionalLongText(20_000),
  /** What users must do. */
  actions: optionalLongText(20_000),
  workarounds: optionalLongText(20_000),
  references: z.array(referenceSchema).max(50, 'Keep the 50 most useful references.').default([]),
  cveId,
  /** Why there is no CVE id. */
  noCveReason: optionalShortText(500),
  creditDecision: z
    .enum(creditDecisions)
    .nullish()
    .transform((decision) => decision ?? null),
  /** Why nobody is credited. */
  noCreditReason: optionalShortText(500),
})
export type AdvisoryDraft = z.infer<typeof advisoryDraftSchema>

/** The draft nobody has written a word of. */
export const emptyDraft: AdvisoryDraft = advisoryDraftSchema.parse({})
