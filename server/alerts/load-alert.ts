import { and, eq, getTableColumns } from 'drizzle-orm'
import { z } from 'zod'
import { alerts, projects } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import type { FoundProject } from '@/server/projects/load-project'
import type { AlertRow } from './alert-record'
import { alertsInScope } from '@/server/projects/scope'

/** An alert as an operation finds it. */
export interface FoundAlert extends FoundProject {
  alert: AlertRow
}

export const alertName = z.uuid('That is no alert.')

/** The alert, if it exists for this actor. Changes lock its row, so that two of them never interleave. */
export async function loadAlert(
  { tx, actor }: Context,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundAlert | null> {
  const select = tx
    .select({ alert: getTableColumns(alerts), project: getTableColumns(projects) })
    .from(alerts)
    .innerJoin(projects, eq(projects.id, alerts.projectId))
    .where(and(eq(alerts.id, id), alertsInScope(actor)))
  const [row] = lock ? await select.for('update', { of: alerts }) : await select
  return row ? { ...row, subject: { kind: 'project', projectId: row.project.id } } : null
}
