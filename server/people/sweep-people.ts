import { lt } from 'drizzle-orm'
import { z } from 'zod'
import {
  rateLimits,
  reporterLinks,
  reporterSessions,
  sessions,
  usedChallenges,
  verificationTokens,
} from '@/db/schema'
import { command } from '@/server/kernel/command'
import { log } from '@/server/kernel/log'
import { loadInstance } from './load-account'

/** Forgets what has expired and opens nothing any more: sessions, mailed links, counts of tries,
 * used challenges. Its window is all of them. */
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
    log('info', 'people_swept', { window: 'everything expired', until: now, sessions: ended.length })
  },
})
