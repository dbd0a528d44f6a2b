import { and, count, eq, gt, sql } from 'drizzle-orm'
import { reports } from '@/db/schema'
import { statement } from '@/db/statement'
import { floodWindowMs, whyChecked } from '@/domain/projects/flood'
import { otherWays } from '@/domain/projects/other-ways'
import type { PolicyTerms } from '@/domain/policies/terms'
import { plusMs } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import type { ProjectRow } from '@/server/projects/load-project'

/** How many reports came to the project within the hour; counting stops just above its limit. */
export async function reportsWithinHour(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { id, floodAbove }: Pick<ProjectRow, 'id' | 'floodAbove'>,
): Promise<number> {
  const [row] = await reportsSince(tx).execute({
    projectId: id,
    since: plusMs(now, -floodWindowMs),
    most: floodAbove + 1,
  })
  return row?.came ?? 0
}

const reportsSince = statement('reports_since', (tx) =>
  tx.select({ came: count() }).from(
    tx
      // The index alone answers this.
      .select({ receivedAt: reports.receivedAt })
      .from(reports)
      .where(
        and(
          eq(reports.projectId, sql.placeholder('projectId')),
          gt(reports.receivedAt, sql.placeholder('since')),
        ),
      )
      .limit(sql.placeholder('most'))
      .as('recent'),
  ),
)

/** Whether senders to this project are checked now. */
export const isChecked = async (
  context: Pick<Context, 'tx' | 'now'>,
  project: ProjectRow,
): Promise<boolean> =>
  whyChecked(project, project.isUnderAttack ? 0 : await reportsWithinHour(context, project)) !== null

/** Throws `refused` while the project takes no reports: with its notice, and where to write instead. */
export function refuseWhilePaused(project: ProjectRow, terms: PolicyTerms): void {
  if (project.pausedSince === null) return
  const ways = otherWays(terms)
  throw refused(
    `Not sent: ${project.name} takes no reports here just now. Everything you typed is still here.`,
    [
      project.pauseNotice ?? '',
      ...(ways.length === 0
        ? []
        : [`Report it this way instead: ${ways.map(({ text }) => text).join(', ')}`]),
    ],
  )
}
