'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { saidAgain } from '@/domain/languages/said-again'
import type { FormState } from '@/lib/form-state'
import { anyone } from '@/server/auth/anyone'
import { currentActor } from '@/server/auth/current-actor'
import { currentAsker, forgetRequest, rememberRequest } from '@/server/auth/receipt-cookie'
import { refusedForm, runForm } from '@/server/kernel/action'
import type { Operation } from '@/server/kernel/operation'
import { forbidden } from '@/server/kernel/problem'
import { askedLanguage, formInLanguage } from '@/server/reports/form-in-language'
import { messagesPerClient, requestsPerClient, within } from '@/server/reports/throttles'
import { addEvidence } from './add-evidence'
import { answerSuggestion, answerTesting } from './answer-request'
import { askBeforeTesting } from './ask-before-testing'
import { decideBackport } from './decide-backport'
import { requestBackport } from './request-backport'
import { suggestPolicyChange } from './suggest-policy-change'
import type { RequestReceipt } from './take-request'

/** Asks before testing, and shows the receipt. */
export async function askBeforeTestingAction(
  _previous: FormState<RequestReceipt>,
  form: FormData,
): Promise<FormState<RequestReceipt>> {
  return take(askBeforeTesting, form)
}

/** Suggests a change to the policy, and shows the receipt. */
export async function suggestPolicyChangeAction(
  _previous: FormState<RequestReceipt>,
  form: FormData,
): Promise<FormState<RequestReceipt>> {
  return take(suggestPolicyChange, form)
}

/** Asks for a backport, and shows the receipt. */
export async function requestBackportAction(
  _previous: FormState<RequestReceipt>,
  form: FormData,
): Promise<FormState<RequestReceipt>> {
  return take(requestBackport, form)
}

async function take(
  command: Operation<never, RequestReceipt>,
  form: FormData,
): Promise<FormState<RequestReceipt>> {
  const language = await askedLanguage()
  form.set('language', language)
  const state = await within(requestsPerClient, form, () => runForm(command, anyone, form))
  if (state.status !== 'done' || !state.data) return state
  await rememberRequest(state.data.receipt)
  const missing = state.data.missing.map((one) => saidAgain(language, one))
  return { ...state, data: { ...state.data, missing } }
}

const receiptForgotten = forbidden(
  'This browser no longer holds your receipt. Copy what you typed, enter the receipt again, and send it from there.',
).problem

/** Adds what a backport request lacks. */
export async function addEvidenceAction(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await currentAsker()
  if (actor.kind !== 'reporter') return formInLanguage(refusedForm(receiptForgotten, form))
  const state = await within(messagesPerClient, form, () =>
    runForm(addEvidence, actor, form, {
      done: ({ missing }) => ({
        message:
          missing.length === 0
            ? 'Saved. The team is told.'
            : ['Saved. Still missing:', ...missing].join('\n'),
        data: undefined,
      }),
    }),
  )
  if (state.status === 'done') revalidatePath('/request')
  return state
}

/** Forgets the request's receipt in this browser. */
export async function leaveRequestAction(): Promise<void> {
  await forgetRequest()
  redirect('/receipt')
}

/** Answers whether somebody may test. */
export async function answerTestingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answered(await runForm(answerTesting, await currentActor(), form))
}

/** Answers a suggestion about the policy. */
export async function answerSuggestionAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answered(await runForm(answerSuggestion, await currentActor(), form))
}

/** Accepts or declines a backport. */
export async function decideBackportAction(_previous: FormState, form: FormData): Promise<FormState> {
  return answered(await runForm(decideBackport, await currentActor(), form))
}

function answered(state: FormState): FormState {
  if (state.status === 'done') revalidatePath('/console/requests/[request]', 'page')
  return state
}
