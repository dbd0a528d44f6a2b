import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reporterAccounts, reporterSessions } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { loadInstance } from '@/server/people/load-account'
import { takeReporterLink } from './reporter-link'
import { loadAccount, sessionHash, sessionToken, startSession } from './reporter-session'

/** Uses a mailed link: whoever holds it reads the mail of that address, so its place opens in this browser. */
export const openMyReports = command({
  name: 'reporters.openMyReports',
  input: z.object({ token: z.string().max(100) }),
  may: 'come_in',
  load: loadInstance,
  run: async (context, { token }) => {
    const { addressHash } = await takeReporterLink(context, 'my_reports', token)
    await context.tx
      .insert(reporterAccounts)
      .values({ addressHash, createdAt: context.now })
      .onConflictDoNothing({ target: reporterAccounts.addressHash })
    const [account] = await context.tx
      .select({ id: reporterAccounts.id })
      .from(reporterAccounts)
      .where(eq(reporterAccounts.addressHash, addressHash))
    if (!account) throw new Error('The place of the address is gone.')
    return { session: await startSession(context, account.id) }
  },
})

/** Closes the place in this browser, or in all. */
export const closeMyReports = command({
  name: 'reporters.closeMyReports',
  input: z.object({ session: sessionToken, everywhere: z.boolean().default(false) }),
  may: 'come_in',
  load: (context, { session }) => loadAccount(context, session),
  run: async ({ tx }, { session, everywhere }, { accountId }) => {
    await tx
      .delete(reporterSessions)
      .where(
        everywhere
          ? eq(reporterSessions.accountId, accountId)
          : eq(reporterSessions.tokenHash, sessionHash(session)),
      )
  },
})
