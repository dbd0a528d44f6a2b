import { notFound } from 'next/navigation'
import type { Result } from '@/lib/result'
import type { Problem } from './problem'

/**
 * What a page shows of a query's answer. What does not exist for this person or not yet, is not for them, or is asked for by an
 * address that makes no sense is the 404 page; anything else goes to the error page.
 */
export async function answerOf<Output>(asked: Promise<Result<Output, Problem>>): Promise<Output> {
  const result = await asked
  if (result.ok) return result.value
  const { code, message } = result.refusal
  if (code === 'failed' || code === 'too_many') throw new Error(message)
  notFound()
}
