import { z } from 'zod'
import { command } from '@/server/kernel/command'
import { actingPersonId, loadInstance } from './load-account'
import { invitedAddress, makeInvitation } from './make-invitation'

/** Invites a further owner of the desk. Returns the link, the only time it is known; with an address it is also mailed. */
export const inviteOwner = command({
  name: 'people.inviteOwner',
  input: z.object({ address: invitedAddress }),
  may: 'manage_people',
  load: loadInstance,
  run: (context, { address }) =>
    makeInvitation(context, { invitedBy: actingPersonId(context), project: null, role: 'owner', address }),
})
