import { dayMs, hourMs, minuteMs, msBetween, plusMs, type Instant } from '@/lib/instant'

const giveUpAfterMs = 2 * dayMs

/**
 * When a mail that the server could not take yet is tried again: after 1, 2, 4 … minutes, at most an hour, for two days
 * from its writing; null then. Worked case: after the third attempt, four minutes later.
 */
export function nextTry(mail: { attempts: number; createdAt: Instant }, now: Instant): Instant | null {
  if (msBetween(mail.createdAt, now) >= giveUpAfterMs) return null
  return plusMs(now, Math.min(minuteMs * 2 ** (mail.attempts - 1), hourMs))
}
