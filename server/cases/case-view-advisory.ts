import type { AdvisoryDraft } from '@/domain/advisories/advisory-draft'
import { missingParts, type MissingPart } from '@/domain/advisories/completeness'
import type { OverrideGround } from '@/domain/cases/case-event'
import type { GateCode } from '@/domain/embargo/gates'
import { suggestedInstant } from '@/domain/embargo/suggested-instant'
import type { Instant } from '@/lib/instant'
import type { AdvisoryRecord } from '@/server/advisories/advisory-record'
import type { StoredCredit } from '@/server/advisories/credit-rows'
import { referencesAsLines } from '@/server/advisories/reference-lines'
import type { NameOf } from './case-view-names'
import type { CaseRows } from './case-view-rows'
import type { FoundCase } from './load-case'

/** The advisory as its editor, its schedule and its history show it. */
export interface AdvisoryView {
  publicId: string
  version: number
  editedBy: string | null
  editedAt: Instant | null
  draft: Omit<AdvisoryDraft, 'references'> & { references: string }
  missing: MissingPart[]
  credits: StoredCredit[]
  approval: { version: number; by: string; at: Instant; isCurrent: boolean } | null
  schedule: {
    at: Instant
    timeZone: string
    by: string
    suspendedAt: Instant | null
    suspendedGates: GateCode[]
  } | null
  override: {
    ground: OverrideGround
    gates: GateCode[]
    reason: string | null
    by: string
    at: Instant
  } | null
  /** Newest first; empty: not published. */
  revisions: { number: number; kind: string; note: string | null; at: Instant }[]
  /** A good moment while nothing is scheduled. */
  suggestedAt: Instant | null
  notBefore: { at: Instant | null; waitsFor: readonly string[] }
  /** The team's own zone. */
  timeZone: string
}

/** The advisory as the page shows it at this moment, with what is still missing and what was published of it. */
export function advisoryView(
  found: FoundCase,
  rows: CaseRows,
  advisory: AdvisoryRecord,
  now: Instant,
  nameOf: NameOf,
): AdvisoryView {
  const { row, draft } = advisory
  const { record, published } = rows
  const lines = record.lines.map(({ status }) => status)
  return {
    publicId: row.publicId,
    version: row.version,
    editedBy: row.editedBy === null ? null : nameOf(row.editedBy),
    editedAt: row.editedAt,
    draft: { ...draft, references: referencesAsLines(draft.references) },
    missing: missingParts(draft, advisory.severity, lines, advisory.credits),
    credits: rows.credits,
    approval:
      row.approvedVersion !== null && row.approvedBy !== null && row.approvedAt !== null
        ? {
            version: row.approvedVersion,
            by: nameOf(row.approvedBy),
            at: row.approvedAt,
            isCurrent: row.approvedVersion >= row.version,
          }
        : null,
    schedule:
      row.scheduledFor !== null
        ? {
            at: row.scheduledFor,
            timeZone: row.scheduledTimeZone ?? 'UTC',
            by: row.scheduledBy === null ? 'The desk' : nameOf(row.scheduledBy),
            suspendedAt: row.suspendedAt,
            suspendedGates: row.suspendedGates ?? [],
          }
        : null,
    override:
      row.overrideGround !== null && row.overriddenBy !== null && row.overriddenAt !== null
        ? {
            ground: row.overrideGround,
            gates: row.overriddenGates ?? [],
            reason: row.overrideReason
              ? found.vault.open(
                  { table: 'advisories', row: row.id, column: 'overrideReason' },
                  row.overrideReason,
                )
              : null,
            by: nameOf(row.overriddenBy),
            at: row.overriddenAt,
          }
        : null,
    revisions: published.map(({ revision, kind, note, publishedAt }) => ({
      number: revision,
      kind,
      note,
      at: publishedAt,
    })),
    suggestedAt:
      row.scheduledFor === null && found.case.announcedAt === null
        ? suggestedInstant({ notBefore: record.notBefore, terms: record.terms, now })
        : null,
    notBefore: record.notBefore,
    timeZone: record.terms.businessCalendar.timeZone,
  }
}
