'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { formValues, type FormState } from '@/lib/form-state'
import { cleanText } from '@/lib/text'
import { mailAddress } from '@/domain/people/mail-address'
import { refusedForm } from '@/server/kernel/action'
import { invalid, ProblemError } from '@/server/kernel/problem'
import { throttle } from '@/server/kernel/throttle'
import { clientOfRequest } from './request-client'
import { consolePath } from './console-path'
import { signOut } from './next-auth'
import { sendSignInLink } from './send-sign-in-link'
import { signInWith } from './sign-in'

const secrets = ['password']

/** Signs in with address and password, and goes where the person wanted to. */
export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  const address = cleanText(String(form.get('address') ?? ''))
  const password = String(form.get('password') ?? '')
  const missing = {
    ...(address.trim() === '' && { address: ['Write your mail address.'] }),
    ...(password === '' && { password: ['Write your password.'] }),
  }
  if (Object.keys(missing).length > 0) return refusedForm(invalid(missing).problem, form, secrets)
  const problem = await signInWith(address, password)
  if (problem) return refusedForm(problem, form, secrets)
  redirect(consolePath(form.get('to')))
}

const linksPerAddress = throttle('sign-in-link-address', { tries: 3, perSeconds: 15 * 60 })
const linksPerClient = throttle('sign-in-link-client', { tries: 15, perSeconds: 15 * 60 })

/**
 * Mails a link to sign in. The answer is the same for every address, and is given before looking:
 * neither its words nor its time tell whether the account exists.
 */
export async function mailLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  const address = mailAddress.safeParse(form.get('address'))
  if (!address.success)
    return refusedForm(invalid({ address: address.error.issues.map((issue) => issue.message) }).problem, form)
  try {
    await linksPerClient.spend(await clientOfRequest())
    await linksPerAddress.spend(address.data)
  } catch (error) {
    if (error instanceof ProblemError) return refusedForm(error.problem, form)
    throw error
  }
  const to = consolePath(form.get('to'))
  after(() => sendSignInLink({ kind: 'anyone' }, { address: address.data, to }))
  return { status: 'done', values: formValues(form), fieldErrors: {} }
}

/** Ends this session and leaves the console. */
export async function signOutAction(): Promise<void> {
  await signOut({ redirect: false })
  redirect('/sign-in')
}
