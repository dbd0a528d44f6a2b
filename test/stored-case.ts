import { randomBytes, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { advisories, cases, policyVersions } from '@/db/schema'
import { caseReference } from '@/domain/cases/reference'
import type { Instant } from '@/lib/instant'
import { now } from '@/server/kernel/clock'
import { vault } from '@/server/kernel/vault'
import { testDatabase } from './database'

export type StoredCase = Partial<typeof cases.$inferInsert> & {
  scheduledFor?: Instant
  /** Its schedule was suspended. */
  suspended?: boolean
}

/** A case as lists read it, without a history: its row, and its advisory when one is scheduled. */
export async function storeCase(
  project: { id: string },
  title: string,
  { scheduledFor, suspended, ...more }: StoredCase = {},
): Promise<{ id: string; reference: string }> {
  const { db } = await testDatabase()
  const id = more.id ?? randomUUID()
  const key = vault().newCaseKey(id)
  const [policy] = await db.select().from(policyVersions).where(eq(policyVersions.projectId, project.id))
  if (!policy) throw new Error('A project without a policy.')
  const reference = more.reference ?? caseReference('MAR', randomBytes(4))
  await db.insert(cases).values({
    projectId: project.id,
    policyVersionId: policy.id,
    wrappedKey: key.wrapped,
    title: key.vault.seal({ table: 'cases', row: id, column: 'title' }, title),
    receivedAt: now(),
    changedAt: now(),
    ...(more.handlerId && { acknowledgedAt: now() }),
    ...more,
    id,
    reference,
  })
  if (scheduledFor)
    await db.insert(advisories).values({
      caseId: id,
      projectId: project.id,
      publicId: reference,
      draft: new Uint8Array([1]),
      scheduledFor,
      scheduledTimeZone: 'UTC',
      suspendedAt: suspended ? now() : null,
    })
  return { id, reference }
}
