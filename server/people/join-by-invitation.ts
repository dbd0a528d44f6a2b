import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { refused } from '@/server/kernel/problem'
import { lockInvitation, redeemInvitation } from './invitation-rows'
import { loadOwnAccount } from './load-account'

/** Accepts an invitation with the account that is signed in. */
export const joinByInvitation = command({
  name: 'people.joinByInvitation',
  input: z.object({ token: z.string().min(1) }),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, { token }, { personId }) => {
    const invitation = await lockInvitation(context, token)
    const [person] = await context.tx
      .select({ email: people.email })
      .from(people)
      .where(eq(people.id, personId))
    if (invitation.email !== null && invitation.email !== person?.email)
      throw refused(
        `This invitation is made out to another address than yours. Sign out and accept it there, or ask for one made out to ${person?.email}.`,
      )
    await redeemInvitation(context, invitation, personId)
    return { personId }
  },
})
