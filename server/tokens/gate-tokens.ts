import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { gateTokens } from '@/db/schema'
import { shortText } from '@/lib/text'
import { gateTokenHash, gateTokenPrefix } from '@/server/auth/token-actor'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { refused } from '@/server/kernel/problem'
import { loadProject, projectName } from '@/server/projects/load-project'

/** Makes a token with which a program asks the release gate; said this once, kept as a hash. */
export const makeGateToken = command({
  name: 'tokens.make',
  input: z.object({ project: projectName, name: shortText(80, 'Say who will hold it, such as a pipeline.') }),
  may: 'manage_connections',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { name }, { project }) => {
    const token = `${gateTokenPrefix}${randomBytes(32).toString('base64url')}`
    const [stored] = await context.tx
      .insert(gateTokens)
      .values({
        projectId: project.id,
        name,
        hash: gateTokenHash(token),
        madeBy: actingPerson(context.actor).personId,
        madeAt: context.now,
      })
      .returning({ id: gateTokens.id })
    if (!stored) throw new Error('The token was not stored.')
    await recordInstanceEvent(context, 'gate_token_made', { projectId: project.id, tokenId: stored.id })
    return { token }
  },
})

/** Takes a token back: the next question with it is refused. */
export const revokeGateToken = command({
  name: 'tokens.revoke',
  input: z.object({ project: projectName, token: z.uuid('That is no token.') }),
  may: 'manage_connections',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { token }, { project }) => {
    const [revoked] = await context.tx
      .update(gateTokens)
      .set({ revokedAt: context.now })
      .where(
        and(eq(gateTokens.id, token), eq(gateTokens.projectId, project.id), isNull(gateTokens.revokedAt)),
      )
      .returning({ id: gateTokens.id })
    if (!revoked) throw refused('This token is worth nothing any more.')
    await recordInstanceEvent(context, 'gate_token_revoked', { projectId: project.id, tokenId: token })
  },
})
