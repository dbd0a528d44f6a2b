import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { releaseLines } from '@/db/schema'
import { missingEvidence } from '@/domain/requests/missing-evidence'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadOwnRequest } from './load-request'
import { answerOfRequest, contactOf, contentOf, type RequestRow } from './request-content'

/** Everything an asker sees of their request: what they asked, and the answer. Never who answered. */
export const ownRequest = query({
  name: 'requests.own',
  input: z.object({}),
  may: 'view_own_request',
  load: (context) => loadOwnRequest(context),
  run: async (context, _input, { request, project }) => {
    const asked = contentOf(request)
    return {
      asked,
      state: request.state,
      project: { name: project.name, slug: project.slug },
      receivedAt: request.receivedAt,
      contact: contactOf(request),
      line: await lineNameOf(context, request),
      missing:
        asked.kind === 'backport' && request.state === 'requested' ? missingEvidence(asked.content) : [],
      answer:
        request.answeredAt === null
          ? null
          : { at: request.answeredAt, text: answerOfRequest(request), version: request.takenInVersion },
    }
  },
})

export type OwnRequest = Extract<Awaited<ReturnType<typeof ownRequest>>, { ok: true }>['value']

/** The name of the line a backport is asked for. */
export async function lineNameOf({ tx }: Context, { lineId }: RequestRow): Promise<string | null> {
  if (lineId === null) return null
  const [line] = await tx
    .select({ name: releaseLines.name })
    .from(releaseLines)
    .where(eq(releaseLines.id, lineId))
  return line?.name ?? null
}
