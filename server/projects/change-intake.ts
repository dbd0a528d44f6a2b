import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { highestFloodAbove } from '@/domain/projects/flood'
import { otherWays } from '@/domain/projects/other-ways'
import { checkbox, optionalLongText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict, invalid } from '@/server/kernel/problem'
import { policyInForce } from '@/server/policies/policy-in-force'
import { loadProject, projectName } from './load-project'

const floodWords = `Give a whole number from 1 to ${highestFloodAbove.toLocaleString('en')}.`

/** Says how reports come in: whether senders are checked, from how many an hour on by itself, and whether none is taken. */
export const changeIntake = command({
  name: 'projects.changeIntake',
  input: z.object({
    project: projectName,
    version: versionSeen(),
    isUnderAttack: checkbox(),
    floodAbove: z.coerce
      .number(floodWords)
      .int(floodWords)
      .min(1, floodWords)
      .max(highestFloodAbove, floodWords),
    isPaused: checkbox(),
    pauseNotice: optionalLongText(1_000),
  }),
  may: 'manage_intake',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { version, isUnderAttack, floodAbove, isPaused, pauseNotice }, { project }) => {
    if (isPaused) {
      const { terms } = await policyInForce(context, project.id)
      if (otherWays(terms).length === 0)
        throw invalid({
          isPaused: [
            'The policy names no other way to reach you. Add a mail address or a contact to it first: a reporter needs somewhere to go.',
          ],
        })
      if (pauseNotice === null)
        throw invalid({ pauseNotice: ['Write what a reporter reads while the form is away.'] })
    }
    const [changed] = await context.tx
      .update(projects)
      .set({
        isUnderAttack,
        floodAbove,
        pausedSince: isPaused ? (project.pausedSince ?? context.now) : null,
        pauseNotice: isPaused ? pauseNotice : null,
        version: sql`${projects.version} + 1`,
      })
      .where(and(eq(projects.id, project.id), eq(projects.version, version)))
      .returning({ version: projects.version })
    if (!changed)
      throw conflict(
        'Somebody else changed this project while you were editing. Nothing was saved and nothing you typed is lost. Load the page again to see what stands.',
      )
    await recordInstanceEvent(context, 'intake_changed', {
      projectId: project.id,
      isUnderAttack,
      floodAbove,
      isPaused,
    })
    return changed
  },
})
