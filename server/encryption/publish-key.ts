import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { openpgpKeys } from '@/db/schema'
import { cleanText } from '@/lib/text'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { invalid, refused } from '@/server/kernel/problem'
import { loadProject, projectName } from '@/server/projects/load-project'
import { givenKey, keyField } from './given-key'
import { readPublicKey } from './read-public-key'

/** Publishes a key of the project, or renews one: the same key with another expiry takes the place of what was known of it. */
export const publishKey = command({
  name: 'encryption.publishKey',
  input: z.object({ project: projectName, ...keyField }),
  may: 'manage_keys',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, input, { project }) => {
    const read = await readPublicKey(await givenKey(input), context.now)
    if (!read.ok) throw invalid({ key: [read.refusal.reason] })
    const facts = {
      ...read.value,
      addedBy: actingPerson(context.actor).personId,
      addedAt: context.now,
      removedAt: null,
    }
    await context.tx
      .insert(openpgpKeys)
      .values({ projectId: project.id, ...facts })
      .onConflictDoUpdate({ target: [openpgpKeys.projectId, openpgpKeys.fingerprint], set: facts })
    const { fingerprint } = facts
    await recordInstanceEvent(context, 'openpgp_key_added', { projectId: project.id, fingerprint })
    return { fingerprint }
  },
})

/** Takes a key out of the public. The desk still recognises messages to it, to say that they were meant for an old key. */
export const removeKey = command({
  name: 'encryption.removeKey',
  input: z.object({ project: projectName, fingerprint: z.string().max(64).transform(cleanText) }),
  may: 'manage_keys',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, { fingerprint }, { project }) => {
    const removed = await context.tx
      .update(openpgpKeys)
      .set({ removedAt: context.now })
      .where(
        and(
          eq(openpgpKeys.projectId, project.id),
          eq(openpgpKeys.fingerprint, fingerprint),
          isNull(openpgpKeys.removedAt),
        ),
      )
      .returning({ id: openpgpKeys.id })
    if (removed.length === 0) throw refused('This key is not published any more.')
    await recordInstanceEvent(context, 'openpgp_key_removed', { projectId: project.id, fingerprint })
  },
})
