import { eq } from 'drizzle-orm'
import { advisories, similarProblemAudits } from '@/db/schema'
import { advisoryDraftSchema, type AdvisoryDraft } from '@/domain/advisories/advisory-draft'
import { missingParts } from '@/domain/advisories/completeness'
import type { CreditEntry } from '@/domain/advisories/credit-ledger'
import { gatesOf, type Gate } from '@/domain/embargo/gates'
import type { Override } from '@/domain/embargo/override'
import type { Severity } from '@/domain/severity/severity'
import type { Instant } from '@/lib/instant'
import type { CaseRecord } from '@/server/cases/case-record'
import { allProposals } from '@/server/cases/linked-dates'
import type { FoundCase } from '@/server/cases/load-case'
import { severityOf } from '@/server/cases/severity-record'
import { possibleHandlers, type Teammate } from '@/server/cases/team'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import { creditsOf } from './credit-rows'

export type AdvisoryRow = typeof advisories.$inferSelect

/** Where the draft of an advisory is sealed. */
export const draftPlace = (advisoryId: string) => ({ table: 'advisories', row: advisoryId, column: 'draft' })

/** The advisory of a case with what it will say, and the case's severity and credits beside it. */
export interface AdvisoryRecord {
  row: AdvisoryRow
  draft: AdvisoryDraft
  severity: Severity | null
  credits: CreditEntry[]
  override: Override | null
}

/** null while the case is not confirmed: the advisory begins there. */
export async function loadAdvisory(context: Context, found: FoundCase): Promise<AdvisoryRecord | null> {
  const [row] = await context.tx.select().from(advisories).where(eq(advisories.caseId, found.case.id))
  if (!row) return null
  return {
    row,
    draft: openDraft(found, row),
    severity: await severityOf(context, found),
    credits: await creditsOf(context, found),
    override: overrideOf(row),
  }
}

/** The draft, opened. Throws SealBroken, and what zod throws at a draft of another shape. */
export const openDraft = ({ vault }: Pick<FoundCase, 'vault'>, row: AdvisoryRow): AdvisoryDraft =>
  advisoryDraftSchema.parse(JSON.parse(vault.open(draftPlace(row.id), row.draft)))

/** The gates that were set aside and on what ground; null: none were. */
export const overrideOf = (row: AdvisoryRow): Override | null =>
  row.overrideGround ? { ground: row.overrideGround, gates: row.overriddenGates ?? [] } : null

/** As `loadAdvisory`, for commands that need one. */
export async function needAdvisory(context: Context, found: FoundCase): Promise<AdvisoryRecord> {
  const advisory = await loadAdvisory(context, found)
  if (!advisory) throw refused('The advisory begins when the case is confirmed. Confirm it first.')
  return advisory
}

/** The eight gates of the announcement, at the context's moment or at another one. */
export async function gatesOfCase(
  context: Context,
  found: FoundCase,
  record: CaseRecord,
  advisory: AdvisoryRecord | null,
  at: Instant = context.now,
): Promise<Gate[]> {
  const [audit] = await context.tx
    .select({ waived: similarProblemAudits.waived })
    .from(similarProblemAudits)
    .where(eq(similarProblemAudits.caseId, found.case.id))
  const team = await possibleHandlers(context, found.case.projectId)
  return gatesFrom({ found, record, advisory, audit: audit ?? null, team }, at)
}

/** The same from what was read already. */
export function gatesFrom(
  {
    found,
    record,
    advisory,
    audit,
    team,
  }: {
    found: Pick<FoundCase, 'case'>
    record: CaseRecord
    advisory: AdvisoryRecord | null
    audit: { waived: boolean } | null
    team: readonly Pick<Teammate, 'role'>[]
  },
  at: Instant,
): Gate[] {
  const lines = record.lines.map((line) => line.status)
  return gatesOf({
    confirmedAt: record.facts.confirmedAt,
    handlerId: record.facts.handlerId,
    rating: found.case.rating,
    audit,
    lines,
    terms: record.terms,
    advisoryGaps: advisory
      ? missingParts(advisory.draft, advisory.severity, lines, advisory.credits).map((part) => part.reason)
      : ['The advisory begins when the case is confirmed.'],
    advisory: { version: advisory?.row.version ?? 1, approvedVersion: advisory?.row.approvedVersion ?? null },
    maintainers: team.filter(({ role }) => role !== 'observer').length,
    proposals: allProposals(record),
    now: at,
  })
}
