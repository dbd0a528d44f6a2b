import { and, eq } from 'drizzle-orm'
import { policyVersions, requests } from '@/db/schema'
import { checkOpen, checkTaken } from '@/domain/requests/answer-request'
import type { RequestKind, RequestState } from '@/domain/requests/request'
import { longText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { z } from 'zod'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { allowedBy, conflict, invalid, refused } from '@/server/kernel/problem'
import { loadRequest, requestName, type FoundRequest } from './load-request'
import { sealRequestText } from './request-content'
import { tellAsker } from './request-notices'

/** Answers whether somebody may test: allowed with conditions, or not, with the reason. The asker reads either. */
export const answerTesting = command({
  name: 'requests.answerTesting',
  input: z.object({
    request: requestName,
    seen: versionSeen(),
    state: z.enum(['allowed', 'not_allowed'], { error: 'Choose an answer.' }),
    answer: longText(10_000, 'Write the conditions, or the reason. Whoever asked reads it.'),
  }),
  may: 'answer_request',
  load: (context, input) => loadRequest(context, input.request, { lock: true }),
  run: async (context, { seen, state, answer }, found) => {
    needKind(found, 'testing')
    await storeAnswer(context, found, { seen, state, answer })
    return { state }
  },
})

/** Answers a suggestion: taken, with the policy version that holds it, or not taken, with the reason. */
export const answerSuggestion = command({
  name: 'requests.answerSuggestion',
  input: z.object({
    request: requestName,
    seen: versionSeen(),
    state: z.enum(['taken', 'not_taken'], { error: 'Choose an answer.' }),
    version: z.union([z.literal('').transform(() => null), z.coerce.number().int()]).nullish(),
    answer: longText(10_000, 'Write what came of it, or the reason. Whoever asked reads it.'),
  }),
  may: 'answer_request',
  load: (context, input) => loadRequest(context, input.request, { lock: true }),
  run: async (context, { seen, state, version, answer }, found) => {
    needKind(found, 'policy')
    const takenInVersion = state === 'taken' ? await versionTaken(context, found, version ?? null) : null
    await storeAnswer(context, found, { seen, state, answer, takenInVersion })
    return { state }
  },
})

async function versionTaken(context: Context, found: FoundRequest, chosen: number | null): Promise<number> {
  const versions = await context.tx
    .select({ version: policyVersions.version, inForceFrom: policyVersions.inForceFrom })
    .from(policyVersions)
    .where(eq(policyVersions.projectId, found.project.id))
  const taken = checkTaken(versions, chosen, found.request.receivedAt)
  if (!taken.ok) throw invalid({ version: [taken.refusal.reason] })
  return taken.value
}

function needKind({ request }: FoundRequest, kind: RequestKind): void {
  if (request.kind !== kind) throw refused('This request asks for something else. Answer it on its own page.')
}

/** Stores the one answer over the version one saw, records it, and tells the asker that there is news. */
export async function storeAnswer(
  context: Context,
  { request, project }: Pick<FoundRequest, 'request' | 'project'>,
  given: { seen: number; state: RequestState; answer: string | null; takenInVersion?: number | null },
): Promise<void> {
  const { seen, state, answer, takenInVersion = null } = given
  allowedBy(checkOpen(request.state))
  const [stored] = await context.tx
    .update(requests)
    .set({
      state,
      answer: answer === null ? null : sealRequestText(request.id, 'answer', answer),
      answeredBy: actingPerson(context.actor).personId,
      answeredAt: context.now,
      takenInVersion,
      version: seen + 1,
    })
    .where(and(eq(requests.id, request.id), eq(requests.version, seen)))
    .returning()
  if (!stored)
    throw conflict(
      'The request changed meanwhile. What you typed is still here; load the page again to see what is new.',
    )
  await recordInstanceEvent(context, 'request_answered', {
    projectId: project.id,
    requestId: request.id,
    state,
  })
  await tellAsker(context, stored, project, 'answered')
}
