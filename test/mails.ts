import { asc } from 'drizzle-orm'
import { outgoingMails } from '@/db/schema'
import { bodyOf, recipientOf, subjectOf } from '@/server/mail/mail-text'
import { testDatabase } from './database'

/** Every mail that was written, oldest first, opened. */
export async function readMails() {
  const { db } = await testDatabase()
  const rows = await db.select().from(outgoingMails).orderBy(asc(outgoingMails.createdAt))
  return rows.map((row) => ({
    occasion: row.occasion,
    recipient: recipientOf(row),
    subject: subjectOf(row),
    body: bodyOf(row),
  }))
}
