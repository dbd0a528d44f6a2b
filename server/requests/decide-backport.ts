import { z } from 'zod'
import { acceptBackport, declineBackport } from '@/domain/backports/backport-request'
import { optionalLongText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { actingPerson } from '@/server/cases/acting-person'
import { afterLineChange } from '@/server/cases/after-line-change'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { everyLine, lineAmong } from '@/server/cases/change-line'
import { loadCase, type FoundCase } from '@/server/cases/load-case'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { storeLine } from '@/server/cases/store-line'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { allowedBy, invalid, notFound } from '@/server/kernel/problem'
import { storeAnswer } from './answer-request'
import { backportRequestOf } from './backport-request-of'
import { loadRequest, requestName, type FoundRequest } from './load-request'

type FoundBackport = FoundCase & {
  request: FoundRequest['request']
  project: FoundRequest['project']
  lineId: string
}

/**
 * Accepts or declines a backport. Accepted, the line joins the plan of the case: before the announcement its gate closes again and a
 * schedule is suspended; after it the case shows work left, and the late release makes a revision. Declined, the asker reads why.
 */
export const decideBackport = command({
  name: 'requests.decideBackport',
  input: z.object({
    request: requestName,
    seen: versionSeen(),
    decision: z.enum(['accept', 'decline'], { error: 'Choose an answer.' }),
    reason: optionalLongText(10_000),
  }),
  may: 'decide_backport_request',
  load: loadBackport,
  run: async (context, { seen, decision, reason }, found) => {
    const { request, project, lineId } = found
    const asked = backportRequestOf(request)
    if (decision === 'decline') {
      const declined = declineBackport(asked, reason ?? '')
      if (!declined.ok && declined.refusal.code === 'reason_missing')
        throw invalid({ reason: [declined.refusal.reason] })
      allowedBy(declined)
      await storeAnswer(context, { request, project }, { seen, state: 'declined', answer: reason })
    } else {
      const stored = lineAmong(await everyLine(context, found), lineId)
      const next = allowedBy(acceptBackport(asked, stored.status))
      await storeAnswer(context, { request, project }, { seen, state: 'accepted', answer: reason })
      await storeLine(context, found, stored, next, {}, actingPerson(context.actor).personId)
      const { affectedness, plan, work } = next
      await recordCaseEvent(context, found, 'line_changed', { lineId, affectedness, plan, work })
    }
    const accepted = decision === 'accept'
    await recordCaseEvent(
      context,
      found,
      'backport_decided',
      { requestId: request.id, lineId, accepted },
      reason,
    )
    if (accepted) await afterLineChange(context, found)
    await refreshCaseIndex(context, found.case.id)
    return { state: accepted ? ('accepted' as const) : ('declined' as const) }
  },
})

/** The case first, then the request: everybody locks them in this order. */
async function loadBackport(context: Context, input: { request: string }): Promise<FoundBackport | null> {
  const seen = await loadRequest(context, input.request)
  if (!seen?.request.caseId || !seen.request.lineId) return null
  const found = await loadCase(context, seen.request.caseId, { lock: true })
  if (!found) return null
  const locked = await loadRequest(context, input.request, { lock: true })
  if (!locked) throw notFound()
  return { ...found, request: locked.request, project: locked.project, lineId: seen.request.lineId }
}
