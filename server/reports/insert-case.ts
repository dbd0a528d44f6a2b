import { randomBytes } from 'node:crypto'
import { insertion } from '@/db/insertion'
import { cases } from '@/db/schema'
import { caseReference, referenceBytes } from '@/domain/cases/reference'
import type { Context } from '@/server/kernel/context'

const insertUnlessTaken = insertion('insert_case', cases, (insert) =>
  insert.onConflictDoNothing({ target: cases.reference }).returning({ reference: cases.reference }),
)

/** With a million cases in one project all of these are taken once in 10^15 reports. */
const draws = 10

/**
 * Writes a new case under a random reference, and gives it. A reference that is taken is drawn anew: among 33 million a project
 * meets the first one twice sooner than one thinks, after some thousand cases.
 */
export async function insertCase(
  { tx }: Pick<Context, 'tx'>,
  projectKey: string,
  row: Omit<typeof cases.$inferInsert, 'reference'>,
  draw: () => Uint8Array = () => randomBytes(referenceBytes),
): Promise<string> {
  for (let drawn = 0; drawn < draws; drawn++) {
    const reference = caseReference(projectKey, draw())
    const [stored] = await insertUnlessTaken(tx, { ...row, reference })
    if (stored) return stored.reference
  }
  throw new Error('No reference is free.')
}
