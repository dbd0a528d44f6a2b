import { randomUUID } from 'node:crypto'
import { and, eq, notExists } from 'drizzle-orm'
import { lineStatuses, projects, releaseLines } from '@/db/schema'
import type { LineStatus } from '@/domain/backports/line-status'
import type { Context } from '@/server/kernel/context'
import { conflict } from '@/server/kernel/problem'
import { sealLineText, type StoredLine } from './line-rows'
import type { FoundCase } from './load-case'

/**
 * Gives the case a row for every release line of its project that it has none for yet: an open question. A case whose first rows these
 * are waits for a line that is being added at this moment: it would neither be found here nor find the case.
 */
export async function ensureLines(context: Context, found: Pick<FoundCase, 'case'>): Promise<void> {
  await holdLinesOfFirst(context, found)
  const lines = await context.tx
    .select({ id: releaseLines.id })
    .from(releaseLines)
    .where(eq(releaseLines.projectId, found.case.projectId))
  if (lines.length === 0) return
  await context.tx
    .insert(lineStatuses)
    .values(
      lines.map((line) => ({
        id: randomUUID(),
        caseId: found.case.id,
        lineId: line.id,
        changedAt: context.now,
      })),
    )
    .onConflictDoNothing()
}

/**
 * Adding a line locks its project, then every case that lists lines; so a case that lists some already must not wait for the project.
 * Ends with the transaction.
 */
async function holdLinesOfFirst({ tx }: Context, { case: { id, projectId } }: Pick<FoundCase, 'case'>) {
  const listed = tx.select({ id: lineStatuses.id }).from(lineStatuses).where(eq(lineStatuses.caseId, id))
  await tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.id, projectId), notExists(listed)))
    .for('key share')
}

/**
 * Stores a line's new status over the version one saw. A lost race is a conflict that shows what stands now:
 * nobody's edit is overwritten. The caller records what happened.
 */
export async function storeLine(
  context: Context,
  found: FoundCase,
  stored: StoredLine,
  next: LineStatus,
  extra: { fixUrl?: string | null; proposedPlan?: LineStatus['plan']; seenVersion?: number },
  personId: string | null,
): Promise<void> {
  const { row } = stored
  const seen = extra.seenVersion ?? row.version
  const changed = await context.tx
    .update(lineStatuses)
    .set({
      affectedness: next.affectedness,
      justification: next.justification,
      plan: next.plan,
      ...(extra.proposedPlan === undefined ? {} : { proposedPlan: extra.proposedPlan }),
      planReason: sealLineText(found.vault, row.id, 'planReason', next.planReason),
      work: next.work,
      introducedIn: next.introducedIn,
      ...(extra.fixUrl === undefined
        ? {}
        : { fixUrl: sealLineText(found.vault, row.id, 'fixUrl', extra.fixUrl) }),
      releasedVersion: next.release?.version ?? null,
      releasedAt: next.release?.releasedAt ?? null,
      releaseUrl: next.release?.url ?? null,
      majorReason: sealLineText(found.vault, row.id, 'majorReason', next.majorReason),
      version: seen + 1,
      changedBy: personId,
      changedAt: context.now,
    })
    .where(and(eq(lineStatuses.id, row.id), eq(lineStatuses.version, seen)))
    .returning({ id: lineStatuses.id })
  if (changed.length === 0) throw lostRace(stored)
}

/** Throws a conflict unless the row is still the version one saw: what somebody else made of it is looked at before any rule. */
export function needSeen(stored: StoredLine, seen: number): void {
  if (stored.row.version !== seen) throw lostRace(stored)
}

const lostRace = ({ row, status, fixUrl }: StoredLine) =>
  conflict(
    `Somebody else changed ${status.line.name} meanwhile. What you typed is still here; compare it with what stands now, and save again if yours should stand.`,
    { line: status.line.name, version: row.version, status, fixUrl },
  )
