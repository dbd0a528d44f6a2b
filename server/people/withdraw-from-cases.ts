import { and, eq, inArray } from 'drizzle-orm'
import { caseParticipants, cases } from '@/db/schema'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'

/** Takes a person off every case they were put on by name, in one project or in all; each case records it. */
export async function withdrawFromCases(
  context: Context,
  personId: string,
  projectId?: string,
): Promise<void> {
  const { tx } = context
  const concerned = await tx
    .select({ id: cases.id, wrappedKey: cases.wrappedKey })
    .from(cases)
    .innerJoin(caseParticipants, eq(caseParticipants.caseId, cases.id))
    .where(
      and(
        eq(caseParticipants.personId, personId),
        projectId === undefined ? undefined : eq(cases.projectId, projectId),
      ),
    )
    .orderBy(cases.id)
    .for('update', { of: cases })
  if (concerned.length === 0) return
  const ids = concerned.map((one) => one.id)
  await tx
    .delete(caseParticipants)
    .where(and(eq(caseParticipants.personId, personId), inArray(caseParticipants.caseId, ids)))
  for (const one of concerned) {
    const found = { case: one, vault: vault().openCaseKey(one.id, one.wrappedKey) }
    await recordCaseEvent(context, found, 'participant_removed', { personId })
  }
}
