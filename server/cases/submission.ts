import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { messages } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'

/** The random key of one form; a form without one (an API client) takes no part in recognising repeats. */
export const messageSubmission = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/)
  .optional()

/** The stored hash of a message form's key, and whether that form was sent before: a double click is one message. */
export async function submissionOf(
  { tx }: Context,
  caseId: string,
  key: string | undefined,
  body: string,
): Promise<{ hash: string | null; messageId: string | null }> {
  if (key === undefined) return { hash: null, messageId: null }
  const hash = vault().keyedHash('message', `${caseId}/${key}/${body}`)
  const [earlier] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(eq(messages.submissionHash, hash))
  return { hash, messageId: earlier?.id ?? null }
}
