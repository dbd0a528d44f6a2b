import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { releaseLines } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { loadProject, type FoundProject } from './load-project'

export type LineRow = typeof releaseLines.$inferSelect
export interface FoundLine extends FoundProject {
  line: LineRow
}

export const lineId = z.uuid('That is no release line.')

/** A line of a project in scope, with the project's row locked. */
export async function loadLine(
  context: Context,
  { project, line }: { project: string; line: string },
): Promise<FoundLine | null> {
  const found = await loadProject(context, project, { lock: true })
  if (!found) return null
  const [row] = await context.tx
    .select()
    .from(releaseLines)
    .where(and(eq(releaseLines.id, line), eq(releaseLines.projectId, found.project.id)))
  return row ? { ...found, line: row } : null
}
