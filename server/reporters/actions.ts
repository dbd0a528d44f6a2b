'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import type { Language } from '@/domain/languages/languages'
import { mailAddress } from '@/domain/people/mail-address'
import { formValues, type FormState } from '@/lib/form-state'
import { anyone } from '@/server/auth/anyone'
import { forgetLinkToken, linkToken } from '@/server/auth/link-cookie'
import { rememberReceipt } from '@/server/auth/receipt-cookie'
import {
  chooseReport,
  claimedReporter,
  forgetSession,
  rememberSession,
  reporterSession,
} from '@/server/auth/reporter-session-cookie'
import { clientOfRequest } from '@/server/auth/request-client'
import { refusedForm, runForm } from '@/server/kernel/action'
import { forbidden, invalid, ProblemError } from '@/server/kernel/problem'
import { throttle } from '@/server/kernel/throttle'
import { askedLanguage, formInLanguage } from '@/server/reports/form-in-language'
import { lookUpsPerClient, within } from '@/server/reports/throttles'
import { claimReport, dropClaim } from './claim-report'
import { mailMyReportsLink } from './mail-my-reports-link'
import { mailReceiptLinks } from './mail-receipt-links'
import { closeMyReports, openMyReports } from './open-my-reports'
import { renewReceipt, type RenewedReceipt } from './renew-receipt'

const linksPerAddress = throttle('reporter-link-address', { tries: 3, perSeconds: 15 * 60 })
const linksPerClient = throttle('reporter-link-client', { tries: 15, perSeconds: 15 * 60 })

/** Mails by `send` to the address of the form. The answer is given before anything is looked up: neither words nor time tell. */
async function mailLink(
  form: FormData,
  send: (to: { address: string; language: Language }) => Promise<unknown>,
): Promise<FormState> {
  const address = mailAddress.safeParse(form.get('address'))
  if (!address.success)
    return formInLanguage(
      refusedForm(invalid({ address: address.error.issues.map(({ message }) => message) }).problem, form),
    )
  try {
    await linksPerClient.spend(await clientOfRequest())
    await linksPerAddress.spend(address.data)
  } catch (error) {
    if (error instanceof ProblemError) return formInLanguage(refusedForm(error.problem, form))
    throw error
  }
  const language = await askedLanguage()
  after(() => send({ address: address.data, language }))
  return { status: 'done', values: formValues(form), fieldErrors: {} }
}

/** Mails a link that opens the list of the address. */
export async function mailMyReportsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return mailLink(form, (to) => mailMyReportsLink(anyone, to))
}

/** Mails a way back to the reports left with the address. */
export async function mailReceiptLinksAction(_previous: FormState, form: FormData): Promise<FormState> {
  return mailLink(form, (to) => mailReceiptLinks(anyone, to))
}

/** Uses the mailed link this browser came with: the list opens here. */
export async function openMyReportsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const token = (await linkToken('my-reports')) ?? ''
  const opened = await openMyReports(anyone, { token })
  await forgetLinkToken('my-reports')
  if (!opened.ok) return formInLanguage(refusedForm(opened.refusal, form))
  await rememberSession(opened.value.session)
  redirect('/my-reports')
}

/** Uses the mailed link this browser came with: a new receipt, shown once. */
export async function renewReceiptAction(
  _previous: FormState<RenewedReceipt>,
  form: FormData,
): Promise<FormState<RenewedReceipt>> {
  const token = (await linkToken('new-receipt')) ?? ''
  const renewed = await renewReceipt(anyone, { token })
  if (!renewed.ok) return formInLanguage(refusedForm(renewed.refusal, form))
  await forgetLinkToken('new-receipt')
  await rememberReceipt(renewed.value.receipt)
  return { status: 'done', values: {}, fieldErrors: {}, data: renewed.value }
}

const closed = forbidden('Your list is not open in this browser any more. Ask for a new link.').problem

/** Puts a report on the list by its receipt. */
export async function claimReportAction(_previous: FormState, form: FormData): Promise<FormState> {
  const session = await reporterSession()
  if (!session) return formInLanguage(refusedForm(closed, form))
  form.set('session', session)
  const state = await within(lookUpsPerClient, form, () =>
    runForm(claimReport, anyone, form, {
      secrets: ['session'],
      done: () => ({ message: 'The report is on your list.' }),
    }),
  )
  if (state.status === 'done') revalidatePath('/my-reports')
  return state
}

/** Opens one of the listed reports. */
export async function openListedAction(form: FormData): Promise<void> {
  const session = await reporterSession()
  const reportId = String(form.get('report') ?? '')
  if (!session || (await claimedReporter(session, reportId)).kind !== 'reporter') redirect('/my-reports')
  await chooseReport(reportId)
  redirect('/report')
}

/** Takes a report off the list. */
export async function dropClaimAction(form: FormData): Promise<void> {
  const session = await reporterSession()
  if (session) await dropClaim(anyone, { session, report: String(form.get('report') ?? '') })
  redirect('/my-reports')
}

/** Closes the list in this browser, or in all of them. */
export async function closeMyReportsAction(form: FormData): Promise<void> {
  const session = await reporterSession()
  if (session) await closeMyReports(anyone, { session, everywhere: form.get('everywhere') === 'yes' })
  await forgetSession()
  redirect('/my-reports')
}
