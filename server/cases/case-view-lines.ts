import { openVerifications } from '@/domain/backports/fix-verification'
import { proposePlan } from '@/domain/backports/backport-plan'
import { nextWorks } from '@/domain/backports/change-line'
import { isOverruled } from '@/domain/backports/overruled-plan'
import { lineMark, type LineMark } from '@/domain/backports/line-mark'
import type { Affectedness, Justification, PatchRelease, Plan, Work } from '@/domain/backports/line-status'
import { needsFix } from '@/domain/backports/needs-fix'
import { isSupported, newestFirst } from '@/domain/backports/supported'
import type { Instant } from '@/lib/instant'
import type { EvidenceRow } from '@/server/backports/evidence-rows'
import type { CaseRecord } from './case-record'
import type { NameOf } from './case-view-names'

export type EvidenceView = Pick<
  EvidenceRow,
  'package' | 'state' | 'publishedAt' | 'integrity' | 'deprecated' | 'checkedAt'
>

const evidenceView = ({
  package: name,
  state,
  publishedAt,
  integrity,
  deprecated,
  checkedAt,
}: EvidenceRow) => ({
  package: name,
  state,
  publishedAt,
  integrity,
  deprecated,
  checkedAt,
})

/** One row of the lines table. */
export interface LineView {
  id: string
  name: string
  range: string
  branch: string
  isDevelopment: boolean
  supportedUntil: Instant | null
  isSupported: boolean
  /** Whether the announcement waits for this line's patch release. */
  needsFix: boolean
  mark: LineMark
  affectedness: Affectedness
  justification: Justification | null
  plan: Plan | null
  planReason: string | null
  work: Work | null
  nextWorks: readonly Work[]
  introducedIn: string | null
  fixUrl: string | null
  release: PatchRelease | null
  /** What package registries said of the release. */
  evidence: EvidenceView[]
  /** A reporter was asked to verify the fix, and has not answered. */
  isVerificationAsked: boolean
  majorReason: string | null
  /** What the policy would do if the line is affected, and why. */
  proposal: { plan: Plan | null; why: string }
  /** A person chose otherwise than the policy proposed. */
  isOverruled: boolean
  /** Counts changes of the row; sent back with a change. */
  version: number
  changedBy: string | null
  changedAt: Instant
}

/** The rows of the lines table: development first, then newest first. */
export function linesView(
  { lines, terms, events, reports }: CaseRecord,
  evidence: readonly EvidenceRow[],
  now: Instant,
  nameOf: NameOf,
): LineView[] {
  const proposals = proposePlan({
    terms,
    lines: lines.map(({ status }) => status.line),
    at: now,
    affected: Object.fromEntries(lines.map(({ status }) => [status.line.id, { affectedness: 'affected' }])),
  })
  const asked = new Set(
    reports.flatMap(({ id }) => openVerifications(events, id).map(({ lineId }) => lineId)),
  )
  const order = newestFirst(lines.map(({ status }) => status.line)).map(({ id }) => id)
  return lines
    .map(({ row, fixUrl, status }): LineView => {
      const { line } = status
      const proposed = proposals.find((one) => one.status.line.id === line.id)
      const plan = row.proposedPlan ?? proposed?.status.plan ?? null
      return {
        id: line.id,
        name: line.name,
        range: line.range,
        branch: line.branch,
        isDevelopment: line.isDevelopment,
        supportedUntil: line.supportedUntil,
        isSupported: isSupported(line, now),
        needsFix: needsFix(status, now),
        mark: lineMark(status),
        affectedness: status.affectedness,
        justification: status.justification,
        plan: status.plan,
        planReason: status.planReason,
        work: status.work,
        nextWorks: status.work === null ? [] : nextWorks(status.work),
        introducedIn: status.introducedIn,
        fixUrl,
        release: status.release,
        evidence: evidence
          .filter((one) => one.lineId === line.id && one.version === status.release?.version)
          .map(evidenceView),
        isVerificationAsked: status.work === 'released' && asked.has(line.id),
        majorReason: status.majorReason,
        proposal: { plan, why: proposed?.why.text ?? '' },
        isOverruled: isOverruled(status.plan, plan),
        version: row.version,
        changedBy: row.changedBy === null ? null : nameOf(row.changedBy),
        changedAt: row.changedAt,
      }
    })
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}
