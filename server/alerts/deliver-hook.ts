import { githubActor } from '@/server/auth/github-actor'
import { limitedText, jsonAnswer, problemResponse } from '@/server/kernel/route'
import { invalid, notFound } from '@/server/kernel/problem'
import { alertEvents, receiveAlert } from './receive-alert'

const badRequest = (message: string, status: number) => problemResponse(invalid({}, message).problem, status)

/**
 * Answers one delivery for the project of that slug. Without the right signature there is nothing here, whichever project was named;
 * events about other things than alerts are thanked for, so that GitHub counts no failure.
 */
export async function deliverHook(request: Request, slug: string): Promise<Response> {
  const text = await limitedText(request)
  if (text === null) return badRequest('A delivery may have 1 MiB at most.', 413)
  const actor = await githubActor(slug, text, request.headers.get('x-hub-signature-256'))
  if (!actor) return problemResponse(notFound().problem)
  const event = alertEvents.find((one) => one === request.headers.get('x-github-event'))
  if (!event) return Response.json({ outcome: 'ignored' }, { headers: { 'cache-control': 'no-store' } })
  const payload = payloadOf(text, request.headers.get('content-type'))
  if (payload === undefined) return badRequest('The body is not JSON.', 400)
  const delivery = request.headers.get('x-github-delivery') ?? ''
  const result = await receiveAlert(actor, { project: actor.projectId, event, delivery, payload })
  return jsonAnswer(result.ok ? { ok: true, value: { outcome: result.value } } : result, actor)
}

/** GitHub sends JSON, or a form with the JSON in it: that is the first choice on its page. undefined: neither. */
function payloadOf(text: string, contentType: string | null): unknown {
  const isForm = contentType?.startsWith('application/x-www-form-urlencoded')
  try {
    return JSON.parse(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text)
  } catch {
    return undefined
  }
}
