import { and, eq } from 'drizzle-orm'
import { versionSeen } from '@/lib/version-seen'
import { advisories } from '@/db/schema'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { conflict, forbidden, refused } from '@/server/kernel/problem'
import { needAdvisory } from './advisory-record'
import { suspendIfGatesClose } from './publish-advisory'

/** A second maintainer approves the version they read. Editing it afterwards asks for another approval. */
export const approveAdvisory = caseCommand({
  name: 'advisories.approve',
  input: { seen: versionSeen() },
  may: 'approve_advisory',
  run: async (context, { seen }, found) => {
    const { row } = await needAdvisory(context, found)
    const { personId } = actingPerson(context.actor)
    if (row.approvedVersion === row.version) throw refused('This version is approved already.')
    // Asked again with the case locked: an edit of one's own that was saved a moment ago was not seen by the permission.
    if (row.editedBy === personId)
      throw forbidden('You edited this advisory last. Somebody else approves it.')
    const approved = await context.tx
      .update(advisories)
      .set({
        approvedVersion: seen,
        approvedBy: personId,
        approvedAt: context.now,
      })
      .where(and(eq(advisories.id, row.id), eq(advisories.version, seen)))
      .returning({ id: advisories.id })
    if (approved.length === 0)
      throw conflict('The advisory was changed after you opened it. Read the new version, then approve that.')
    await recordCaseEvent(context, found, 'advisory_approved', { version: seen })
  },
})

/** Takes an approval back; a schedule that needs it is suspended at once. */
export const withdrawApproval = caseCommand({
  name: 'advisories.withdrawApproval',
  input: {},
  may: 'approve_advisory',
  run: async (context, _input, found) => {
    const { row } = await needAdvisory(context, found)
    if (row.approvedVersion === null) throw refused('Nobody has approved the advisory.')
    await context.tx
      .update(advisories)
      .set({ approvedVersion: null, approvedBy: null, approvedAt: null })
      .where(eq(advisories.id, row.id))
    await recordCaseEvent(context, found, 'approval_withdrawn', { version: row.approvedVersion })
    await suspendIfGatesClose(context, found)
  },
})
