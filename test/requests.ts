import { eq } from 'drizzle-orm'
import { requests } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { receiptHash } from '@/server/auth/receipt-hash'
import { askBeforeTesting } from '@/server/requests/ask-before-testing'
import type { RequestReceipt } from '@/server/requests/take-request'
import { testDatabase } from './database'
import { formKey } from './reporter'
import { anyone, value } from './team'

/** A whole question as its form sends it. */
export const wholeQuestion = (project: { slug: string }) => ({
  project: project.slug,
  submission: formKey(),
  what: 'The sign-in of the hosted demo.',
  where: 'https://demo.example.org, with two accounts of my own.',
  when: '1 to 3 December 2026',
  how: 'By hand, no scanner.',
})

/** The stored request of a receipt, and the actor that the receipt makes. */
export async function requestOf({ receipt }: Pick<RequestReceipt, 'receipt'>) {
  const { db } = await testDatabase()
  const [row] = await db
    .select()
    .from(requests)
    .where(eq(requests.receiptHash, receiptHash(receipt) ?? ''))
  if (!row) throw new Error('The request is not there.')
  const asker: Actor = { kind: 'reporter', reportId: row.id }
  return { row, asker }
}

/** A question that somebody asked before testing. */
export async function addQuestion(project: { slug: string }, more: object = {}) {
  const receipt = value(await askBeforeTesting(anyone, { ...wholeQuestion(project), ...more }))
  return { receipt, ...(await requestOf(receipt)) }
}
