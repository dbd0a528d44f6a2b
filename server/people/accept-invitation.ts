import { z } from 'zod'
import { mailAddress } from '@/domain/people/mail-address'
import { loadPersonActor } from '@/server/auth/person-actor'
import { command } from '@/server/kernel/command'
import { invalid } from '@/server/kernel/problem'
import { lockInvitation, redeemInvitation } from './invitation-rows'
import { loadInstance } from './load-account'
import { createAccount, personName, timeZone } from './new-account'

/**
 * Accepts an invitation with a new account. One made out to an address makes the account of that address;
 * with an open one the person says which address is theirs.
 */
export const acceptInvitation = command({
  name: 'people.acceptInvitation',
  input: z.object({
    token: z.string().min(1),
    name: personName,
    address: z.union([z.literal(''), mailAddress]).optional(),
    password: z.string({ error: 'Choose a password.' }),
    timeZone: timeZone.default('UTC'),
  }),
  may: 'come_in',
  load: loadInstance,
  run: async (context, { token, name, address: typed, password, timeZone: zone }) => {
    const invitation = await lockInvitation(context, token)
    const address = invitation.email ?? typed
    if (!address) throw invalid({ address: ['Write your mail address.'] })
    const mayReturn = invitation.email !== null
    const personId = await createAccount(context, { name, address, password, timeZone: zone }, { mayReturn })
    const actor = (await loadPersonActor(context.tx, personId)) ?? context.actor
    await redeemInvitation({ ...context, actor }, invitation, personId)
    return { personId, address }
  },
})
