import type { FormState } from '@/lib/form-state'
import { clientOfRequest } from '@/server/auth/request-client'
import { refusedForm } from '@/server/kernel/action'
import { atTheDoor } from '@/server/kernel/operation'
import type { Problem } from '@/server/kernel/problem'
import { throttle, type Throttle } from '@/server/kernel/throttle'
import { formInLanguage } from './form-in-language'

/** A person never needs as many; a flood ends here. */
const hour = 60 * 60
export const reportsPerClient = throttle('report', { tries: 60, perSeconds: hour })
export const requestsPerClient = throttle('request', { tries: 60, perSeconds: hour })
export const challengesPerClient = throttle('challenge', { tries: 120, perSeconds: hour })
export const lookUpsPerClient = throttle('receipt', { tries: 60, perSeconds: hour })
/** A repository that turns its alerts on tells of all of them at once. */
export const hooksPerClient = throttle('hook', { tries: 1200, perSeconds: 10 * 60 })
export const gatesPerClient = throttle('gate', { tries: 600, perSeconds: hour })
export const messagesPerClient = throttle('reporter-message', { tries: 120, perSeconds: hour })

/** Counts a try of the client that asks. What to tell it when they are used up, or cannot be counted; null: go on. */
export async function spent(limit: Throttle): Promise<Problem | null> {
  const counted = await atTheDoor('throttle.spend', async () => limit.spend(await clientOfRequest()))
  return counted.ok ? null : counted.refusal
}

/** Answers a form within the limit, or refuses it with everything typed; either way in the language of its page. */
export async function within<Data>(
  limit: Throttle,
  form: FormData,
  answer: () => Promise<FormState<Data>>,
): Promise<FormState<Data>> {
  const problem = await spent(limit)
  return formInLanguage(problem ? refusedForm(problem, form) : await answer())
}
