import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import {
  advisories,
  cases,
  embargoProposals,
  lineStatuses,
  policyVersions,
  releaseLines,
  reports,
} from '@/db/schema'
import { dueOrNever, isClosedButDue, isOpen } from '@/db/schema/cases'
import type { LineStatus } from '@/domain/backports/line-status'
import type { DueWhy } from '@/domain/clocks/clock'
import { clockReason } from '@/domain/clocks/clock-in-words'
import { calendarKinds, type CalendarKind } from '@/domain/cases/calendar-kinds'
import type { Stage } from '@/domain/cases/stage'
import { notBefore } from '@/domain/embargo/not-before'
import { toInstant, type Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { openCaseTitle } from './open-case-title'
import { casesInScope } from './scope'

/** One date of one case. */
export interface CalendarEntry {
  kind: CalendarKind
  at: Instant
  reference: string
  title: string
  stage: Stage
  /** Of a promise, why it is due then. */
  why: string | null
}

interface Window {
  from: Instant
  until: Instant
}

/** More dates than this are not shown at once. */
export const mostEntries = 500

/** The dates of open cases from `from` to just before `until`, earliest first; at most `mostEntries`, and whether there are more. */
export async function calendarEntries(
  context: Context,
  window: Window,
): Promise<{ entries: CalendarEntry[]; isCut: boolean }> {
  const [written, derived] = await Promise.all([
    writtenDates(context, window),
    earliestAnnouncements(context, window),
  ])
  const all = withoutRepeats([...written, ...derived]).sort(
    (a, b) =>
      compare(a.at, b.at) ||
      calendarKinds.indexOf(a.kind) - calendarKinds.indexOf(b.kind) ||
      compare(a.reference, b.reference),
  )
  return { entries: all.slice(0, mostEntries), isCut: all.length > mostEntries }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What is owed next may be an agreed date itself: it stands there once, under its own name. */
function withoutRepeats(entries: CalendarEntry[]): CalendarEntry[] {
  const named = new Set(
    entries.flatMap(({ kind, reference, at }) => (kind === 'promise' ? [] : [`${reference} ${at}`])),
  )
  return entries.filter(({ kind, reference, at }) => kind !== 'promise' || !named.has(`${reference} ${at}`))
}

/** Dates that stand in a column. One statement. */
async function writtenDates({ tx, actor, now }: Context, { from, until }: Window): Promise<CalendarEntry[]> {
  const within = (column: unknown) =>
    sql`${column} >= ${from}::timestamptz and ${column} < ${until}::timestamptz`
  const { rows } = await tx.execute<{
    id: string
    reference: string
    title: Uint8Array
    wrapped_key: Uint8Array
    stage: Stage
    kind: CalendarKind
    at: string
    why: DueWhy | null
  }>(sql`
    select ${cases.id}, ${cases.reference}, ${cases.title}, ${cases.wrappedKey}, ${cases.stage}, dated.kind, dated.at,
      case when dated.kind = 'promise' then ${cases.nextDueWhy} end as why
    from ${cases} join (
      select ${cases.id} as case_id, 'promise' as kind, ${cases.nextDueAt} as at from ${cases}
        where ${isOpen(cases.stage)} and ${within(dueOrNever(cases.nextDueAt))}
      union all
      select ${cases.id}, 'promise', ${cases.nextDueAt} from ${cases}
        where ${isClosedButDue(cases)} and ${within(cases.nextDueAt)}
      union all
      select ${reports.caseId}, 'reporter_date', ${reports.disclosureAt} from ${reports}
        where ${within(reports.disclosureAt)}
      union all
      select ${advisories.caseId}, 'scheduled', ${advisories.scheduledFor} from ${advisories}
        where ${within(advisories.scheduledFor)} and ${advisories.suspendedAt} is null
      union all
      select agreed.case_id, 'embargo_end', agreed.until from (
        select distinct on (${embargoProposals.caseId}) ${embargoProposals.caseId}, ${embargoProposals.until} from ${embargoProposals}
        where ${embargoProposals.state} = 'accepted' order by ${embargoProposals.caseId}, ${embargoProposals.proposedAt} desc
      ) as agreed where ${within(sql`agreed.until`)}
    ) as dated on dated.case_id = ${cases.id}
    where ${and(sql`(${isOpen(cases.stage)} or dated.kind = 'promise')`, eq(cases.isHeld, sql`false`), casesInScope(actor))} and (dated.kind = 'promise' or ${cases.announcedAt} is null)
    order by dated.at, ${cases.id} limit ${mostEntries + 1}`)
  return rows.map(({ wrapped_key: wrappedKey, ...row }) => ({
    kind: row.kind,
    at: toInstant(row.at),
    reference: row.reference,
    title: openCaseTitle({ id: row.id, title: row.title, wrappedKey }),
    stage: row.stage,
    why: row.why && clockReason(row.why, now),
  }))
}

const delayDays = sql<number>`(${policyVersions.terms} #>> '{announce,delayDays}')::int`

/** From when cases with all their patch releases may be announced, by the rule itself. One statement. */
async function earliestAnnouncements(
  { tx, actor, now }: Context,
  { from, until }: Window,
): Promise<CalendarEntry[]> {
  const rows = await tx
    .select({
      id: cases.id,
      reference: cases.reference,
      title: cases.title,
      wrappedKey: cases.wrappedKey,
      stage: cases.stage,
      delayDays,
      line: releaseLines,
      status: lineStatuses,
    })
    .from(cases)
    .innerJoin(policyVersions, eq(policyVersions.id, cases.policyVersionId))
    .innerJoin(lineStatuses, eq(lineStatuses.caseId, cases.id))
    .innerJoin(releaseLines, eq(releaseLines.id, lineStatuses.lineId))
    .where(
      and(
        eq(cases.stage, 'released'),
        isOpen(cases.stage),
        isNull(cases.announcedAt),
        casesInScope(actor),
        // The instant follows a release by the delay, so a release that far before the window is there, or nothing is.
        sql`exists (select from ${lineStatuses} as one where one.case_id = ${cases.id}
          and one.released_at >= ${from}::timestamptz - make_interval(days => ${delayDays})
          and one.released_at < ${until}::timestamptz - make_interval(days => ${delayDays}))`,
      ),
    )
    .orderBy(asc(cases.id))
  const byCase = new Map<string, typeof rows>()
  for (const row of rows) byCase.set(row.id, [...(byCase.get(row.id) ?? []), row])
  return [...byCase.values()].flatMap((ofCase) => {
    const [first] = ofCase
    const at = first && notBefore(ofCase.map(lineStatusOf), first.delayDays, now).at
    if (!at || at < from || at >= until) return []
    return [
      {
        kind: 'not_before' as const,
        at,
        reference: first.reference,
        title: openCaseTitle(first),
        stage: first.stage,
        why: null,
      },
    ]
  })
}

/** A line as the rule reads it: of sealed reasons it only matters whether there is one. */
function lineStatusOf({
  line,
  status,
}: {
  line: typeof releaseLines.$inferSelect
  status: typeof lineStatuses.$inferSelect
}): LineStatus {
  const { affectedness, justification, plan, work, introducedIn, releasedVersion, releasedAt, releaseUrl } =
    status
  return {
    line,
    affectedness,
    justification,
    plan,
    planReason: status.planReason && 'sealed',
    work,
    introducedIn,
    release:
      releasedVersion && releasedAt ? { version: releasedVersion, releasedAt, url: releaseUrl ?? '' } : null,
    majorReason: status.majorReason && 'sealed',
  }
}
