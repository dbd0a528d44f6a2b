import type { Instant } from '@/lib/instant'
import type { PolicyTerms } from '@/domain/policies/terms'
import semver from 'semver'
import { lineBounds } from './line-range'
import type { Affectedness, Justification, LineStatus, ReleaseLine } from './line-status'
import { isSupported, newestFirst, supportedLines } from './supported'

export const proposalReasons = [
  'not_judged',
  'not_affected',
  'development',
  'supported',
  'newest',
  'policy_newest_only',
  'support_starts_later',
  'older_minor_never',
  'older_minor_on_request',
  'out_of_support',
] as const
export type ProposalReason = (typeof proposalReasons)[number]

/** What is known about one line before anything is planned. */
export interface LineFinding {
  affectedness: Affectedness
  justification?: Justification | null
  introducedIn?: string | null
}

/** A row as the policy would have it, and why. */
export interface ProposedLine {
  status: LineStatus
  why: { code: ProposalReason; text: string }
}

type BackportTerms = Pick<PolicyTerms, 'backports'>

const noFixByPolicy = 'Security fixes go to the newest release line only.'

const majorOf = (line: ReleaseLine) => semver.major(lineBounds(line.range)?.min ?? '0.0.0')

/** Whether a newer supported line carries on the same major, so that moving to it breaks nothing by promise. */
const isOlderMinor = (
  line: ReleaseLine,
  supported: readonly ReleaseLine[],
  ordered: readonly ReleaseLine[],
) =>
  supported.some(
    (other) => majorOf(other) === majorOf(line) && ordered.indexOf(other) < ordered.indexOf(line),
  )

function whyUnsupported(isOlder: boolean, { backports }: BackportTerms): ProposedLine['why'] {
  if (!isOlder) return { code: 'out_of_support', text: 'Support has ended.' }
  return backports.olderMinors === 'on_request'
    ? {
        code: 'older_minor_on_request',
        text: 'An older minor: fixed on request, when somebody shows what the newer minor breaks.',
      }
    : {
        code: 'older_minor_never',
        text: 'An older minor: its users move to the newer minor of the same major.',
      }
}

/**
 * The plan the policy asks for: one row per line, development first, then newest first. Every row says why.
 * Each line is judged alone, so a vulnerability that lives on an old line only is fixed there and nowhere else; lines without a
 * finding are open questions. Nothing is decided here: a person confirms or differs, with a reason.
 */
export function proposePlan(known: {
  terms: BackportTerms
  lines: readonly ReleaseLine[]
  at: Instant
  affected: Readonly<Record<string, LineFinding>>
}): ProposedLine[] {
  const { terms, lines, at, affected } = known
  const ordered = newestFirst(lines)
  const supported = supportedLines(lines, at)

  const planFor = (
    line: ReleaseLine,
  ): Pick<LineStatus, 'plan' | 'planReason'> & Pick<ProposedLine, 'why'> => {
    const fix = (code: ProposalReason, text: string) => ({
      plan: 'fix' as const,
      planReason: null,
      why: { code, text },
    })
    if (line.isDevelopment)
      return fix('development', 'Development: the fix starts here, and no release is waited for.')
    if (line.supportedFrom > at)
      return fix('support_starts_later', 'Not released yet: the fix ships with its first release.')
    if (!isSupported(line, at)) {
      return {
        plan: 'out_of_support',
        planReason: null,
        why: whyUnsupported(isOlderMinor(line, supported, ordered), terms),
      }
    }
    if (terms.backports.lines === 'every_supported')
      return fix('supported', 'Supported: the policy fixes every supported line.')
    if (line.id === supported[0]?.id) return fix('newest', 'The newest line: the policy fixes this one.')
    return {
      plan: 'wont_fix',
      planReason: noFixByPolicy,
      why: { code: 'policy_newest_only', text: noFixByPolicy },
    }
  }

  return ordered.map((line) => {
    const finding = affected[line.id] ?? { affectedness: 'unknown' }
    const { affectedness } = finding
    const blank: LineStatus = {
      line,
      affectedness,
      justification: affectedness === 'not_affected' ? (finding.justification ?? null) : null,
      plan: null,
      planReason: null,
      work: null,
      introducedIn: null,
      release: null,
      majorReason: null,
    }
    if (affectedness === 'unknown') {
      return {
        status: blank,
        why: { code: 'not_judged', text: 'Not judged yet: find out whether it is affected.' },
      }
    }
    if (affectedness === 'not_affected') {
      return { status: blank, why: { code: 'not_affected', text: 'Not affected: nothing to do.' } }
    }
    const { plan, planReason, why } = planFor(line)
    const work = plan === 'fix' ? 'todo' : null
    return { status: { ...blank, plan, planReason, work, introducedIn: finding.introducedIn ?? null }, why }
  })
}
