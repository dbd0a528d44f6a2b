import { randomBytes } from 'node:crypto'
import { insertion } from '@/db/insertion'
import { cases } from '@/db/schema'
import { caseReference, referenceBytes } from '@/domain/cases/reference'
import type { Context } from '@/server/kernel/context'

const insertRow = insertion('insert_case', cases)

/**
 * Writes a new case under a random reference, and gives it. One that is taken fails the transaction, which is done again
 * (`againWhenLost`) and draws another: among 33 million a project meets the first one twice sooner than one thinks, after some
 * thousand cases. What belongs to the case may be written in the same turn, without waiting for this.
 */
export async function insertCase(
  { tx }: Pick<Context, 'tx'>,
  projectKey: string,
  row: Omit<typeof cases.$inferInsert, 'reference'>,
  draw: () => Uint8Array = () => randomBytes(referenceBytes),
): Promise<string> {
  const reference = caseReference(projectKey, draw())
  await insertRow(tx, { ...row, reference })
  return reference
}
