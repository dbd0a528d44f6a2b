import { and, eq, getTableColumns } from 'drizzle-orm'
import { z } from 'zod'
import { projects, requests } from '@/db/schema'
import type { Subject } from '@/domain/access/actor'
import type { Context } from '@/server/kernel/context'
import type { ProjectRow } from '@/server/projects/load-project'
import type { RequestRow } from './request-content'
import { requestsInScope } from './scope'

/** A request as an operation finds it. */
export interface FoundRequest {
  request: RequestRow
  project: ProjectRow
  subject: Extract<Subject, { kind: 'request' }>
}

export const requestName = z.uuid('That is no request.')

/** The request, if it exists for this actor. Changes lock its row, so that two answers never interleave. */
export async function loadRequest(
  context: Context,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundRequest | null> {
  const select = context.tx
    .select({ request: getTableColumns(requests), project: getTableColumns(projects) })
    .from(requests)
    .innerJoin(projects, eq(projects.id, requests.projectId))
    .where(and(eq(requests.id, id), requestsInScope(context.actor)))
  const [row] = lock ? await select.for('update', { of: requests }) : await select
  if (!row) return null
  const { request, project } = row
  return { request, project, subject: { kind: 'request', projectId: project.id, requestId: request.id } }
}

/** The request that the receipt opens; null for everybody else. */
export const loadOwnRequest = async (
  context: Context,
  options?: { lock?: boolean },
): Promise<FoundRequest | null> =>
  context.actor.kind === 'reporter' ? loadRequest(context, context.actor.reportId, options) : null
