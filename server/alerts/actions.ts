'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import type { Operation } from '@/server/kernel/operation'
import { connectGithub, disconnectGithub } from './connect-github'
import { dismissSeveral } from './dismiss-several'
import { dismissAlert, markAlertFixed, reopenAlert, takeAlert } from './triage-alert'

/** Makes a case of an alert, and goes there. */
export async function takeAlertAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(takeAlert, await currentActor(), form)
  if (state.status === 'done' && state.data) redirect(`/console/cases/${state.data.reference}`)
  return state
}

/** Dismisses an alert with its reason. */
export const dismissAlertAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  triaged(dismissAlert, form)

/** Dismisses several alerts with one reason. */
export async function dismissSeveralAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await dismissSeveral(await currentActor(), form)
  if (state.status === 'done') revalidatePath('/console/alerts', 'layout')
  return state
}

/** Says that an alert is fixed already. */
export const markAlertFixedAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  triaged(markAlertFixed, form)

/** Puts an alert back. */
export const reopenAlertAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  triaged(reopenAlert, form)

async function triaged(command: Operation<never, void>, form: FormData): Promise<FormState> {
  const state = await runForm(command, await currentActor(), form)
  if (state.status === 'done') revalidatePath('/console/alerts', 'layout')
  return state as FormState
}

/** Makes the secret of the hook; it is shown this once. */
export async function connectGithubAction(
  _previous: FormState<{ secret: string }>,
  form: FormData,
): Promise<FormState<{ secret: string }>> {
  const state = await runForm(connectGithub, await currentActor(), form, { done: (data) => ({ data }) })
  if (state.status === 'done') revalidatePath('/console/projects', 'layout')
  return state
}

/** Ends the hook. */
export async function disconnectGithubAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(disconnectGithub, await currentActor(), form, {
    done: () => ({ message: 'Disconnected. What GitHub sends is refused from now on.' }),
  })
  if (state.status === 'done') revalidatePath('/console/projects', 'layout')
  return state as FormState
}
