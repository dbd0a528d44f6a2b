'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import type { Operation } from '@/server/kernel/operation'
import { beginAssessment, changeAssessment, finishAssessment, reopenAssessment } from './change-assessment'
import { acceptFinding, openFindingCase, reopenFinding } from './settle-finding'
import { addFinding, changeFinding } from './write-finding'

/** Begins an assessment, and goes there. */
export async function beginAssessmentAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(beginAssessment, await currentActor(), form)
  if (state.status === 'done' && state.data)
    redirect(`/console/projects/${String(form.get('project'))}/assessments/${state.data.id}`)
  return state
}

/** Changes what is looked at, by whom, or how. */
export const changeAssessmentAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  shownAnew(changeAssessment, form, 'Saved.')

/** Finishes an assessment. */
export const finishAssessmentAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  shownAnew(finishAssessment, form, 'Finished.')

/** Goes on with it. */
export const reopenAssessmentAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  shownAnew(reopenAssessment, form, 'Reopened.')

/** Records a finding. */
export const addFindingAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  shownAnew(addFinding, form, 'Recorded.')

/** Accepts a finding. */
export const acceptFindingAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  shownAnew(acceptFinding, form, 'Accepted.')

/** Changes what a finding says. */
export const changeFindingAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  shownAnew(changeFinding, form, 'Saved.')

/** Takes an acceptance back. */
export const reopenFindingAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  shownAnew(reopenFinding, form, 'Put back.')

/** Makes a case of a finding, and goes there. */
export async function openFindingCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(openFindingCase, await currentActor(), form)
  if (state.status === 'done' && state.data) redirect(`/console/cases/${state.data.reference}`)
  return state
}

async function shownAnew<Output>(
  command: Operation<never, Output>,
  form: FormData,
  message: string,
): Promise<FormState> {
  const state = await runForm(command, await currentActor(), form, { done: () => ({ message }) })
  if (state.status === 'done') revalidatePath('/console/projects', 'layout')
  return state as FormState
}
