import { z } from 'zod'
import { affectednesses, justifications, plans, works, type Plan } from '@/domain/backports/line-status'
import { changeLine as change } from '@/domain/backports/change-line'
import { proposePlan } from '@/domain/backports/backport-plan'
import { checkOverruled } from '@/domain/backports/overruled-plan'
import type { Instant } from '@/lib/instant'
import { optionalLongText, optionalShortText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import type { Context } from '@/server/kernel/context'
import { allowedBy, notFound } from '@/server/kernel/problem'
import { actingPerson } from './acting-person'
import { afterLineChange } from './after-line-change'
import { caseCommand } from './case-command'
import { linesOf, type StoredLine } from './line-rows'
import type { FoundCase } from './load-case'
import { policyTermsOf } from './policy-terms'
import { recordCaseEvent } from './record-case-event'
import { ensureLines, needSeen, storeLine } from './store-line'

const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.enum(values), z.literal('').transform(() => null)]).nullable()

export const lineName = z.uuid('Name the release line.')
export const seenVersion = versionSeen()
export const httpsLink = optionalShortText(500).refine(
  (url) => url === null || (URL.canParse(url) && new URL(url).protocol === 'https:'),
  'Give a link that starts with https://, or leave it empty.',
)

const judgement = {
  affectedness: z.enum(affectednesses),
  justification: choice(justifications).optional(),
  plan: choice(plans).optional(),
  planReason: optionalLongText(4000),
  work: choice(works).optional(),
}
type Judgement = Omit<z.output<z.ZodObject<typeof judgement>>, 'plan'> & {
  plan?: Plan | 'proposed' | null
}

/**
 * Changes one row of the lines table: affected, plan, work, fix link.
 * What the plan leaves no room for goes with it; the plan that the policy proposed is kept beside the one chosen.
 */
export const changeLine = caseCommand({
  name: 'cases.changeLine',
  input: {
    line: lineName,
    seen: seenVersion,
    ...judgement,
    introducedIn: optionalShortText(64),
    fixUrl: httpsLink,
  },
  may: 'edit_lines',
  run: async (context, { line, seen, introducedIn, fixUrl, ...judged }, found) => {
    const lines = await everyLine(context, found)
    const at = { stored: lineAmong(lines, line), seen, introducedIn, fixUrl, keepsReason: false }
    await judge(context, found, lines, at, judged)
    await afterLineChange(context, found)
    return { version: seen + 1 }
  },
})

const lineAndVersion = z.string().transform((text, context) => {
  const [line, seen] = text.split(':')
  const read = z.object({ line: lineName, seen: seenVersion }).safeParse({ line, seen })
  if (read.success) return read.data
  context.addIssue({
    code: 'custom',
    message: 'Load the page again and choose the lines there.',
    input: text,
  })
  return z.NEVER
})

/** The same judgement for several lines, all or none; each is named with the version one saw, `id:version`. */
export const changeLines = caseCommand({
  name: 'cases.changeLines',
  input: {
    lines: z.array(lineAndVersion).min(1, 'Choose at least one line.').max(100),
    ...judgement,
    /** `proposed`: what the policy proposes for each line; nothing: it stays, and what the policy proposes where there is none. */
    plan: choice([...plans, 'proposed']).optional(),
  },
  may: 'edit_lines',
  run: async (context, { lines: named, ...judged }, found) => {
    const lines = await everyLine(context, found)
    for (const { line, seen } of named) {
      const stored = lineAmong(lines, line)
      const { introducedIn } = stored.status
      const asItStands = { introducedIn, fixUrl: stored.fixUrl, keepsReason: true }
      await judge(context, found, lines, { stored, seen, ...asItStands }, judged)
    }
    await afterLineChange(context, found)
    return { lines: named.length }
  },
})

/** Judges one line over the version one saw, and records it. */
async function judge(
  context: Context,
  found: FoundCase,
  lines: readonly StoredLine[],
  at: {
    stored: StoredLine
    seen: number
    introducedIn: string | null
    fixUrl: string | null
    /** A plan that stands keeps its reason where none is given. */
    keepsReason: boolean
  },
  { affectedness, justification, plan: chosen, planReason, work }: Judgement,
): Promise<void> {
  const { stored, seen } = at
  needSeen(stored, seen)
  const terms = await policyTermsOf(context, found)
  const proposed = proposedPlan(lines, stored, affectedness, terms, context.now)
  const byPolicy = stored.row.proposedPlan ?? proposed.plan
  const wanted = chosen === 'proposed' ? byPolicy : (chosen ?? stored.status.plan ?? proposed.plan)
  const plan = affectedness === 'affected' ? wanted : null
  const standing = at.keepsReason && plan === stored.status.plan ? stored.status.planReason : null
  const next = allowedBy(
    change(
      stored.status,
      {
        affectedness,
        justification: affectedness === 'not_affected' ? (justification ?? null) : null,
        plan,
        planReason:
          plan === null
            ? null
            : (planReason ?? standing ?? (plan === proposed.plan ? proposed.planReason : null)),
        introducedIn: affectedness === 'affected' ? at.introducedIn : null,
        ...(plan === 'fix' && work ? { work } : {}),
      },
      terms,
      context.now,
    ),
  )
  allowedBy(checkOverruled(next, byPolicy))
  await storeLine(
    context,
    found,
    stored,
    next,
    {
      fixUrl: at.fixUrl,
      seenVersion: seen,
      ...(stored.row.proposedPlan === null ? { proposedPlan: proposed.plan } : {}),
    },
    actingPerson(context.actor).personId,
  )
  await recordCaseEvent(context, found, 'line_changed', {
    lineId: stored.row.lineId,
    affectedness: next.affectedness,
    plan: next.plan,
    work: next.work,
  })
}

/** The case's rows, one for every release line its project has by now. */
export async function everyLine(context: Context, found: FoundCase): Promise<StoredLine[]> {
  await ensureLines(context, found)
  return linesOf(context, found)
}

/** The row of one release line; throws not_found when the line is not the project's. */
export function lineAmong(lines: readonly StoredLine[], lineId: string): StoredLine {
  const stored = lines.find((one) => one.row.lineId === lineId)
  if (!stored) throw notFound()
  return stored
}

/** What the policy would do about this line, seen beside all the others. */
function proposedPlan(
  lines: readonly StoredLine[],
  { status }: StoredLine,
  affectedness: StoredLine['status']['affectedness'],
  terms: Parameters<typeof proposePlan>[0]['terms'],
  at: Instant,
): Pick<StoredLine['status'], 'plan' | 'planReason'> {
  const proposals = proposePlan({
    terms,
    lines: lines.map((one) => one.status.line),
    at,
    affected: { [status.line.id]: { affectedness } },
  })
  const mine = proposals.find((one) => one.status.line.id === status.line.id)?.status
  return { plan: mine?.plan ?? null, planReason: mine?.planReason ?? null }
}
