import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/connection'
import { caseLookers, caseReadings, messageDrafts } from '@/db/schema'

/** Where a person who leaves was looking, how far they had read, and what they had not sent. */
export async function forgetAttention(tx: Tx, personId: string): Promise<void> {
  await Promise.all([
    tx.delete(caseLookers).where(eq(caseLookers.personId, personId)),
    tx.delete(caseReadings).where(eq(caseReadings.personId, personId)),
    tx.delete(messageDrafts).where(eq(messageDrafts.personId, personId)),
  ])
}
