import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { indexRenamed } from '@/server/search/index-facts'
import { loadOwnAccount } from './load-account'
import { personName, timeZone } from './new-account'

/** Changes one's own name and the time zone that instants are shown in. */
export const updateProfile = command({
  name: 'people.updateProfile',
  input: z.object({ name: personName, timeZone }),
  may: 'keep_account',
  load: loadOwnAccount,
  run: async (context, profile, { personId }) => {
    await context.tx.update(people).set(profile).where(eq(people.id, personId))
    await indexRenamed(context, personId, profile.name)
    await recordInstanceEvent(context, 'profile_changed', { personId })
    return profile
  },
})
