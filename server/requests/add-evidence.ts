import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { requests } from '@/db/schema'
import { checkOpen } from '@/domain/requests/answer-request'
import { missingEvidence } from '@/domain/requests/missing-evidence'
import { evidenceFields } from '@/domain/requests/request-forms'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { loadCase } from '@/server/cases/load-case'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { allowedBy, refused } from '@/server/kernel/problem'
import { asDesk } from './advisory-before-them'
import { loadOwnRequest } from './load-request'
import { backportContentOf, sealRequestText } from './request-content'
import { tellTeam } from './request-notices'

/** The asker adds what a backport request lacks, or writes it anew, until it is answered. Sent twice it changes nothing more. */
export const addEvidence = command({
  name: 'requests.addEvidence',
  input: z.object(evidenceFields),
  may: 'add_evidence',
  load: loadWithCase,
  run: async (context, { breakingChange, demonstration }, { request, project }) => {
    if (request.kind !== 'backport' || request.caseId === null)
      throw refused('This request needs no evidence.')
    allowedBy(checkOpen(request.state))
    const before = backportContentOf(request)
    const content = {
      advisory: before.advisory,
      breakingChange: breakingChange ?? before.breakingChange,
      demonstration: demonstration ?? before.demonstration,
    }
    const missing = missingEvidence(content)
    const isSame =
      content.breakingChange === before.breakingChange && content.demonstration === before.demonstration
    if (isSame) return { missing }
    const [stored] = await context.tx
      .update(requests)
      .set({
        content: sealRequestText(request.id, 'content', JSON.stringify(content)),
        hasEvidence: missing.length === 0,
        version: request.version + 1,
      })
      .where(eq(requests.id, request.id))
      .returning()
    if (!stored) throw new Error('The request is gone.')
    await recordInstanceEvent(context, 'request_evidence_added', {
      projectId: project.id,
      requestId: request.id,
    })
    await tellTeam(context, stored, project, 'evidence')
    await refreshCaseIndex(context, request.caseId)
    return { missing }
  },
})

/** The case first, then the request: everybody locks them in this order. */
async function loadWithCase(context: Context) {
  const own = await loadOwnRequest(context)
  if (own?.request.caseId) await loadCase(asDesk(context), own.request.caseId, { lock: true })
  return own && loadOwnRequest(context, { lock: true })
}
