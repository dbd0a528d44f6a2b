import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { savedViews } from '@/db/schema'
import type { Subject } from '@/domain/access/actor'
import { sees } from '@/domain/access/relations-of'
import type { Context } from '@/server/kernel/context'
import type { ViewRow } from './view-rows'

/** A view as an operation finds it. */
export interface FoundView {
  view: ViewRow
  subject: Extract<Subject, { kind: 'view' }>
}

export const viewId = z.uuid('There is no such view.')

/** The view, if it exists for this actor; `removed`: among those that wait for second thoughts. Its row is locked. */
export async function loadView(
  { tx, actor }: Context,
  id: string,
  { removed = false }: { removed?: boolean } = {},
): Promise<FoundView | null> {
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(
      and(eq(savedViews.id, id), removed ? isNotNull(savedViews.removedAt) : isNull(savedViews.removedAt)),
    )
    .for('update')
  if (!view) return null
  const subject = { kind: 'view' as const, personId: view.personId, projectId: view.projectId }
  return sees(actor, subject) ? { view, subject } : null
}
