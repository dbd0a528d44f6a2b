'use server'

import type { EarlyTextAnswer } from '@/domain/advisories/early-text'
import { formValues, type FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { addTask } from './add-task'
import { changeTask, finishTask } from './change-task'
import { writeReleaseNote } from './write-release-note'
import { checkText } from './check-text'
import { tickEntry } from './tick-entry'

/** Checks a text that goes public early; what was typed stays beside the answer, and is kept nowhere. */
export async function checkTextAction(
  _previous: FormState<EarlyTextAnswer>,
  form: FormData,
): Promise<FormState<EarlyTextAnswer>> {
  const state = await runForm(checkText, await currentActor(), form)
  return state.status === 'done' ? { ...state, values: formValues(form) } : state
}

/** Ticks an entry of the checklist, or takes the tick back. */
export async function tickEntryAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(tickEntry, await currentActor(), form)
}

/** Adds a task. */
export async function addTaskAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(addTask, await currentActor(), form)
}

/** Changes a task. */
export async function changeTaskAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(changeTask, await currentActor(), form)
}

/** Marks a task as done, or as open again. */
export async function finishTaskAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(finishTask, await currentActor(), form)
}

/** Writes the release note for before or after the announcement. */
export async function writeReleaseNoteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(writeReleaseNote, await currentActor(), form)
}
