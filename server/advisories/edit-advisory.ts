import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { advisories } from '@/db/schema'
import { advisoryDraftSchema } from '@/domain/advisories/advisory-draft'
import { versionSeen } from '@/lib/version-seen'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { conflict } from '@/server/kernel/problem'
import { indexAdvisory } from '@/server/search/index-case'
import { draftPlace, needAdvisory } from './advisory-record'
import { askForApproval } from './ask-for-approval'
import { referenceLines } from './reference-lines'

/**
 * Saves the draft over the version one saw. A newer version of somebody else's is a conflict that carries their text,
 * so that both can be compared; an approval counts for the version it was given to.
 */
export const editAdvisory = caseCommand({
  name: 'advisories.edit',
  input: {
    ...advisoryDraftSchema.shape,
    references: z.union([referenceLines, advisoryDraftSchema.shape.references]),
    seen: versionSeen(),
  },
  may: 'edit_advisory',
  run: async (context, input, found) => {
    const { seen } = input
    const draft = advisoryDraftSchema.parse(input)
    const advisory = await needAdvisory(context, found)
    const saved = await context.tx
      .update(advisories)
      .set({
        draft: found.vault.seal(draftPlace(advisory.row.id), JSON.stringify(draft)),
        version: seen + 1,
        editedBy: actingPerson(context.actor).personId,
        editedAt: context.now,
      })
      .where(and(eq(advisories.id, advisory.row.id), eq(advisories.version, seen)))
      .returning({ version: advisories.version })
    if (saved.length === 0)
      throw conflict(
        'Somebody else saved the advisory meanwhile. Your text is still here: compare it with theirs, and save again.',
        {
          version: advisory.row.version,
          draft: advisory.draft,
        },
      )
    await indexAdvisory(context, found.case.id, advisory.row.id, draft)
    await recordCaseEvent(context, found, 'advisory_edited', { version: seen + 1 })
    await askForApproval(context, found)
    return { version: seen + 1 }
  },
})
