import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { releaseNotes } from '@/db/schema'
import { noteMoments, noteObjections } from '@/domain/advisories/release-note-text'
import { optionalLongText } from '@/lib/text'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { conflict, invalid } from '@/server/kernel/problem'
import { loadSecrets } from './load-secrets'
import { notePlace } from './release-note-rows'

/**
 * Writes the release note of a moment; left empty, the generated text stands again. A text that gives the vulnerability away before the
 * announcement is refused, and one for afterwards that does not say that it is a security fix.
 */
export const writeReleaseNote = caseCommand({
  name: 'cases.writeReleaseNote',
  input: {
    moment: z.enum(noteMoments, 'Say when the text goes out.'),
    /** The version one saw; 0: nobody had written one. */
    seen: z.coerce.number().int().min(0).max(1_000_000),
    text: optionalLongText(8_000),
  },
  may: 'work_on_fix',
  run: async (context, { moment, seen, text }, found) => {
    if (text !== null) {
      const objections = noteObjections(text, moment, await loadSecrets(context, found))
      if (objections.length > 0) throw invalid({ text: objections })
    }
    const { personId } = actingPerson(context.actor)
    const change = { changedBy: personId, changedAt: context.now }
    const here = and(eq(releaseNotes.caseId, found.case.id), eq(releaseNotes.moment, moment))
    const [stored] = await context.tx.select().from(releaseNotes).where(here)
    if ((stored?.version ?? 0) !== seen) throw lostRace()
    const id = stored?.id ?? randomUUID()
    const sealedText = text === null ? null : found.vault.seal(notePlace(id), text)
    const written = stored
      ? await context.tx
          .update(releaseNotes)
          .set({ ...change, text: sealedText, version: seen + 1 })
          .where(and(here, eq(releaseNotes.version, seen)))
          .returning({ id: releaseNotes.id })
      : await context.tx
          .insert(releaseNotes)
          .values({ ...change, id, caseId: found.case.id, moment, text: sealedText })
          .onConflictDoNothing()
          .returning({ id: releaseNotes.id })
    if (written.length === 0) throw lostRace()
    await recordCaseEvent(context, found, 'release_note_changed', { moment, isOwn: text !== null })
    return { version: seen + 1 }
  },
})

const lostRace = () =>
  conflict('Somebody else changed this release note meanwhile. Look at what stands now, and save again.')
