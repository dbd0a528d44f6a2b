import { lt } from 'drizzle-orm'
import { z } from 'zod'
import {
  digests,
  notifications,
  rateLimits,
  reporterLinks,
  reporterSessions,
  savedViews,
  sessions,
  usedChallenges,
  verificationTokens,
} from '@/db/schema'
import { dayMs, plusMs } from '@/lib/instant'
import { command } from '@/server/kernel/command'
import { log } from '@/server/kernel/log'
import { loadInstance } from './load-account'

/** How long a notification stands in the list; the case itself keeps everything. */
const keptDays = 90

/** Forgets what has expired and opens nothing any more: sessions, mailed links, counts of tries,
 * used challenges, old notifications, views removed a day ago. Its window is all of them. */
export const sweepPeople = command({
  name: 'people.sweep',
  input: z.object({}),
  may: 'forget_expired',
  load: loadInstance,
  run: async ({ tx, now }) => {
    // next-auth and the limiter go by the clock of the machine, also where the kernel's stands still for a test.
    const at = new Date()
    const ended = await tx.delete(sessions).where(lt(sessions.expires, at)).returning({ id: sessions.id })
    await tx.delete(verificationTokens).where(lt(verificationTokens.expires, at))
    await tx.delete(rateLimits).where(lt(rateLimits.expire, at))
    await tx.delete(reporterSessions).where(lt(reporterSessions.expiresAt, now))
    await tx.delete(reporterLinks).where(lt(reporterLinks.expiresAt, now))
    await tx.delete(usedChallenges).where(lt(usedChallenges.expiresAt, now))
    const old = plusMs(now, -keptDays * dayMs)
    await tx.delete(notifications).where(lt(notifications.at, old))
    await tx.delete(digests).where(lt(digests.at, old))
    await tx.delete(savedViews).where(lt(savedViews.removedAt, plusMs(now, -dayMs)))
    log('info', 'people_swept', { window: 'everything expired', until: now, sessions: ended.length })
  },
})
