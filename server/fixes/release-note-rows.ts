import { eq, sql } from 'drizzle-orm'
import { releaseNotes } from '@/db/schema'
import { statement } from '@/db/statement'

export type ReleaseNoteRow = typeof releaseNotes.$inferSelect

/** What was written in the place of generated release notes. */
export const releaseNotesOfCase = statement('release_notes_of_case', (tx) =>
  tx
    .select()
    .from(releaseNotes)
    .where(eq(releaseNotes.caseId, sql.placeholder('caseId'))),
)

/** Where a release note is sealed. */
export const notePlace = (noteId: string) => ({ table: 'release_notes', row: noteId, column: 'text' })
