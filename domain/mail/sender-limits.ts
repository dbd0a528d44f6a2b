import { hourMs, plusMs, type Instant } from '@/lib/instant'

/** What one sender may cause in an hour. What is more is held, and an owner decides. */
export const senderLimits = { reports: 10, replies: 60 } as const

/**
 * When an automatic answer may go to a sender whose last one went (or goes) at `last`: at most one an hour, so that two machines
 * never talk to each other without end. Worked case: two reports at 9:00 are answered at 9:00 and at 10:00.
 */
export function nextAnswerAt(last: Instant | null, now: Instant): Instant {
  const free = last === null ? now : plusMs(last, hourMs)
  return free > now ? free : now
}
