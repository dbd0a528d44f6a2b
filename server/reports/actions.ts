'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Actor } from '@/domain/access/actor'
import { parseReceipt } from '@/domain/reports/receipt'
import { saidAgain } from '@/domain/languages/said-again'
import { holdsPrivateKey } from '@/domain/encryption/armored-message'
import type { FormState } from '@/lib/form-state'
import { anyone } from '@/server/auth/anyone'
import {
  askerOf,
  currentReporter,
  forgetReceipt,
  rememberReceipt,
  rememberRequest,
  reporterIn,
  reporterOf,
} from '@/server/auth/receipt-cookie'
import { refusedForm, runForm } from '@/server/kernel/action'
import { forbidden, invalid } from '@/server/kernel/problem'
import { takeEncrypted } from '@/server/encryption/attached-message'
import { askedLanguage, formInLanguage } from './form-in-language'
import { giveKey, takeKeyBack } from './give-key'
import { addTerms } from './add-terms'
import { answerVerification } from './answer-verification'
import { changeOwnCredit } from './change-own-credit'
import { changeTerms } from './change-terms'
import { chooseNews } from './choose-news'
import { answerOwnEmbargo, proposeOwnEmbargo } from './negotiate-embargo'
import { commentDraft } from './own-draft'
import { ownReport } from './own-report'
import { remindTeam } from './remind-team'
import { replyAsReporter } from './reply-as-reporter'
import { stopNews } from './stop-news'
import { submitReport, type Receipt } from './submit-report'
import { lookUpsPerClient, messagesPerClient, reportsPerClient, within } from './throttles'
import { withdrawReport } from './withdraw-report'

/** Takes a report and shows its receipt; this browser remembers it. */
export async function submitReportAction(
  _previous: FormState<Receipt>,
  form: FormData,
): Promise<FormState<Receipt>> {
  const language = await askedLanguage()
  form.set('channel', 'web')
  form.set('language', language)
  const state = await within(reportsPerClient, form, async () => {
    const wrong = await takeEncrypted(form, 'description')
    if (wrong) return refusedForm(invalid(wrong).problem, form)
    return runForm(submitReport, anyone, form, { lists: ['attachments', 'creditRoles'] })
  })
  if (state.status !== 'done' || !state.data) return state
  await rememberReceipt(state.data.receipt)
  const warnings = state.data.warnings.map((warning) => saidAgain(language, warning))
  return { ...state, data: { ...state.data, warnings } }
}

const opensNothing = invalid(
  {
    receipt: [
      'This receipt opens nothing here. Check it letter by letter: it has 8 groups of 4. Without it nobody can open the report or the request, not even we.',
    ],
  },
  'Nothing was found. What you typed is still here.',
).problem

/** Comes back to a report, or to a request, with its receipt. Wrong and unknown receipts get one answer. */
export async function findReportAction(_previous: FormState, form: FormData): Promise<FormState> {
  return within(lookUpsPerClient, form, async () => {
    const receipt = String(form.get('receipt') ?? '')
    const spelled = parseReceipt(receipt) ?? receipt
    if ((await reporterOf(receipt)).kind === 'reporter') {
      await rememberReceipt(spelled)
      redirect('/report')
    }
    if ((await askerOf(receipt)).kind === 'reporter') {
      await rememberRequest(spelled)
      redirect('/request')
    }
    return refusedForm(opensNothing, form)
  })
}

/** Forgets the receipt in this browser. */
export async function leaveReportAction(): Promise<void> {
  await forgetReceipt()
  redirect('/receipt')
}

/** Writes to the team. */
export async function replyAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, async (actor) => {
    const wrong = await takeEncrypted(form, 'body')
    if (wrong) return refusedForm(invalid(wrong).problem, form)
    return runForm(replyAsReporter, actor, form, {
      lists: ['attachments'],
      done: () => ({ message: 'Sent. The team is told that you wrote.' }),
    })
  })
}

/** Keeps the reporter's public key; a private one is never given back. */
export async function giveKeyAction(_previous: FormState, form: FormData): Promise<FormState> {
  const secrets = holdsPrivateKey(String(form.get('key') ?? '')) ? ['key'] : []
  return asReporter(form, (actor) =>
    runForm(giveKey, actor, form, {
      secrets,
      done: () => ({ message: 'Saved. Mails to you are encrypted from now on.' }),
    }),
  )
}

/** Forgets the reporter's public key. */
export async function takeKeyBackAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(takeKeyBack, actor, form, { done: () => ({ message: 'The key is forgotten.' }) }),
  )
}

/** Reminds a team that is late. */
export async function remindAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(remindTeam, actor, form, { done: () => ({ message: 'The team is reminded.' }) }),
  )
}

/** States, moves or takes back the reporter's own disclosure date. */
export async function changeTermsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(changeTerms, actor, form, { done: () => ({ message: 'Saved. The team is told.' }) }),
  )
}

/** Says more about the report: who knows, whether it is used, what they call it. */
export async function addTermsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(addTerms, actor, form, { done: () => ({ message: 'Saved. The team is told.' }) }),
  )
}

/** Chooses or corrects the credit. */
export async function changeCreditAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(changeOwnCredit, actor, form, {
      lists: ['creditRoles'],
      done: () => ({ message: 'Saved. The advisory will say so.' }),
    }),
  )
}

/** Proposes when the embargo ends. */
export async function proposeDateAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(proposeOwnEmbargo, actor, form, {
      done: ({ standsAtOnce }) => ({
        message: standsAtOnce
          ? 'This date stands: it is sooner than what was agreed. The team is told.'
          : 'Proposed. The team is told, and answers here.',
      }),
    }),
  )
}

/** Accepts or declines the team's date. */
export async function answerDateAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(answerOwnEmbargo, actor, form, { done: () => ({ message: 'Answered. The team is told.' }) }),
  )
}

/** Says whether a fix holds. */
export async function answerVerificationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(answerVerification, actor, form, { done: () => ({ message: 'Thank you. The team is told.' }) }),
  )
}

/** Comments on the shared draft. */
export async function commentDraftAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await asReporter(form, (actor) =>
    runForm(commentDraft, actor, form, { done: () => ({ message: 'Sent. The team is told.' }) }),
  )
  if (state.status === 'done') revalidatePath('/report/draft')
  return state
}

/** Chooses whether mails tell of news, and where to. */
export async function chooseNewsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(chooseNews, actor, form, { done: () => ({ message: 'Saved.' }) }),
  )
}

/** Withdraws the report. */
export async function withdrawAction(_previous: FormState, form: FormData): Promise<FormState> {
  return asReporter(form, (actor) =>
    runForm(withdrawReport, actor, form, { done: () => ({ message: 'Withdrawn. The team is told.' }) }),
  )
}

/** Ends the mails about a report, by the link in each of them. */
export async function stopNewsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return within(messagesPerClient, form, () => runForm(stopNews, anyone, form))
}

const receiptForgotten = forbidden(
  'This browser no longer holds your receipt. Copy what you typed, enter the receipt again, and send it from there.',
).problem

/** In place of “The team is told”, which is not so before somebody looked at a held report. */
const keptWhileHeld = 'Saved. The team reads it when somebody has looked at your report.'

/**
 * Answers as the reporter of this browser's receipt, within the limit, and draws the report anew when it worked. Where a report was
 * split, the form's `case` says which of its cases is meant.
 */
async function asReporter(form: FormData, answer: (actor: Actor) => Promise<FormState>): Promise<FormState> {
  const reference = form.get('case')
  const holder = await currentReporter()
  const actor = typeof reference === 'string' ? await reporterIn(holder, reference) : holder
  if (actor.kind !== 'reporter') return formInLanguage(refusedForm(receiptForgotten, form))
  const state = await within(messagesPerClient, form, () => answer(actor))
  if (state.status !== 'done') return state
  revalidatePath('/report')
  const own = await ownReport(actor, {})
  return own.ok && own.value.isHeld ? { ...state, message: keptWhileHeld } : state
}
