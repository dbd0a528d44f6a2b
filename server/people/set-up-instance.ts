import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, people } from '@/db/schema'
import { mailAddress } from '@/domain/people/mail-address'
import { loadPersonActor } from '@/server/auth/person-actor'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { refused } from '@/server/kernel/problem'
import { lockInvitation } from './invitation-rows'
import { loadInstance } from './load-account'
import { lockOwners } from './lock-owners'
import { createAccount, personName, timeZone } from './new-account'

/** Makes the first owner through the one-time link. Refused once there is an owner. */
export const setUpInstance = command({
  name: 'people.setUpInstance',
  input: z.object({
    token: z.string().min(1),
    name: personName,
    address: mailAddress,
    password: z.string({ error: 'Choose a password.' }),
    timeZone: timeZone.default('UTC'),
  }),
  may: 'come_in',
  load: loadInstance,
  run: async (context, { token, ...account }) => {
    const { tx, now } = context
    // Two links used at the same moment: the second waits here, and then finds an owner.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('people.setUpInstance'))`)
    const invitation = await lockInvitation(context, token)
    if (
      invitation.role !== 'owner' ||
      invitation.invitedBy !== null ||
      (await lockOwners(context)).length > 0
    )
      throw refused('This desk is set up already. Ask an owner for an invitation.')
    const personId = await createAccount(context, account, { mayReturn: true })
    await tx.update(people).set({ isOwner: true }).where(eq(people.id, personId))
    await tx
      .update(invitations)
      .set({ acceptedBy: personId, acceptedAt: now })
      .where(eq(invitations.id, invitation.id))
    const actor = (await loadPersonActor(tx, personId)) ?? context.actor
    await recordInstanceEvent({ ...context, actor }, 'instance_set_up', { personId })
    return { personId, address: account.address }
  },
})
