import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { people, policyVersions } from '@/db/schema'
import { can, type Decision } from '@/domain/access/can'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import { acceptBackport } from '@/domain/backports/backport-request'
import { missingEvidence } from '@/domain/requests/missing-evidence'
import { linesOf } from '@/server/cases/line-rows'
import { loadCase, type FoundCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { backportRequestOf } from './backport-request-of'
import { loadRequest, requestName, type FoundRequest } from './load-request'
import { lineNameOf } from './own-request'
import { answerOfRequest, contactOf, contentOf } from './request-content'

/** One request with all that its page in the console shows. */
export const requestView = query({
  name: 'requests.view',
  input: z.object({ request: requestName }),
  may: 'view_request',
  load: (context, input) => loadRequest(context, input.request),
  run: async (context, _input, found) => {
    const { request, project, subject } = found
    return {
      id: request.id,
      version: request.version,
      asked: contentOf(request),
      state: request.state,
      receivedAt: request.receivedAt,
      project: { name: project.name, slug: project.slug },
      contact: contactOf(request),
      answer: await answerView(context, found),
      mayAnswer: can(context.actor, 'answer_request', subject),
      policy: request.kind === 'policy' ? await policyView(context, found) : null,
      backport: request.kind === 'backport' ? await backportView(context, found) : null,
    }
  },
})

export type RequestView = Extract<Awaited<ReturnType<typeof requestView>>, { ok: true }>['value']

async function answerView({ tx }: Context, { request }: FoundRequest) {
  if (request.answeredAt === null || request.answeredBy === null) return null
  const [person] = await tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, request.answeredBy))
  return {
    at: request.answeredAt,
    by: person?.name ?? 'somebody who left',
    text: answerOfRequest(request),
    takenInVersion: request.takenInVersion,
  }
}

/** The version that was in force when it was suggested, and those that may hold it by now. */
async function policyView({ tx }: Context, { request, project }: FoundRequest) {
  const versions = await tx
    .select({
      id: policyVersions.id,
      version: policyVersions.version,
      inForceFrom: policyVersions.inForceFrom,
    })
    .from(policyVersions)
    .where(eq(policyVersions.projectId, project.id))
    .orderBy(asc(policyVersions.version))
  return {
    suggestedAt: versions.find(({ id }) => id === request.policyVersionId)?.version ?? null,
    since: versions
      .filter(({ inForceFrom }) => inForceFrom > request.receivedAt)
      .map(({ version, inForceFrom }) => ({ version, inForceFrom })),
  }
}

async function backportView(context: Context, { request, project }: FoundRequest) {
  const asked = contentOf(request)
  if (asked.kind !== 'backport' || request.caseId === null) return null
  const found = await loadCase(context, request.caseId)
  return {
    line: await lineNameOf(context, request),
    advisory: {
      id: asked.content.advisory,
      href: advisoryPath({ id: asked.content.advisory, projectSlug: project.slug }),
    },
    missing: missingEvidence(asked.content),
    /** null: the case is not for this person. */
    reference: found?.case.reference ?? null,
    mayDecide: found
      ? can(context.actor, 'decide_backport_request', found.subject)
      : ({ allowed: false, reason: 'Only who handles its case may accept or decline.' } as Decision),
    /** Why it cannot be accepted now; null: it can. */
    hindrance: found ? await hindranceOf(context, found, request) : null,
  }
}

async function hindranceOf(
  context: Context,
  found: FoundCase,
  request: FoundRequest['request'],
): Promise<string | null> {
  const lines = await linesOf(context, found)
  const line = lines.find(({ row }) => row.lineId === request.lineId)
  if (!line) return 'The case has no such line any more.'
  const accepted = acceptBackport(backportRequestOf(request), line.status)
  return accepted.ok ? null : accepted.refusal.reason
}
