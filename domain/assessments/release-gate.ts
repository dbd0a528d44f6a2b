import type { Instant } from '@/lib/instant'
import type { FindingState } from './finding'

/** All that the answer depends on. */
export interface ReleaseFacts {
  release: string
  /** null: nobody began to assess this release. */
  assessment: { finishedAt: Instant | null } | null
  /** `isFixed`: its case needs nothing more for this release. */
  findings: readonly { state: FindingState; isFixed: boolean }[]
}

export type ReleaseHindrance = 'not_assessed' | 'not_finished' | 'findings_open' | 'cases_open'

/** Whether a release may go out, and every reason why not. Reasons name no finding: a pipeline prints them where anybody reads. */
export interface ReleaseGate {
  release: string
  mayGoOut: boolean
  reasons: { code: ReleaseHindrance; says: string }[]
}

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)

/**
 * A release goes out once it was assessed, the assessment is finished, and each finding is accepted for a reason or fixed in it.
 * Worked case: finished, one finding accepted, the case of another still without a fix → no, "1 finding waits for its fix".
 */
export function releaseGate({ release, assessment, findings }: ReleaseFacts): ReleaseGate {
  const open = findings.filter(({ state }) => state === 'open').length
  const unfixed = findings.filter(({ state, isFixed }) => state === 'case' && !isFixed).length
  const hindrances: [isThere: boolean, code: ReleaseHindrance, says: string][] = [
    [assessment === null, 'not_assessed', `Nobody has assessed ${release}.`],
    [
      assessment !== null && assessment.finishedAt === null,
      'not_finished',
      `The assessment of ${release} is not finished.`,
    ],
    [open > 0, 'findings_open', `${many(open, 'finding is', 'findings are')} not settled.`],
    [unfixed > 0, 'cases_open', `${many(unfixed, 'finding waits', 'findings wait')} for a fix.`],
  ]
  const reasons = hindrances.flatMap(([isThere, code, says]) => (isThere ? [{ code, says }] : []))
  return { release, mayGoOut: reasons.length === 0, reasons }
}
