'use server'

import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { moveView, renameView } from './change-view'
import { keepView, shareView } from './keep-view'
import { removeView, restoreView } from './remove-view'

type Named = { id: string; name: string }

/** Keeps the filters of the queue under a name: for oneself, or with a `project` for its team. */
export async function keepViewAction(_previous: FormState<Named>, form: FormData): Promise<FormState<Named>> {
  const command = form.get('project') ? shareView : keepView
  return runForm<Named>(command as typeof keepView, await currentActor(), form)
}

/** Gives a view another name. */
export async function renameViewAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(renameView, await currentActor(), form)
}

/** Moves a view a place up or down: the pressed button's `by` says which. */
export async function moveViewAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(moveView, await currentActor(), form)
}

/** Takes a view away. */
export async function removeViewAction(
  _previous: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  return runForm(removeView, await currentActor(), form)
}

/** Brings a removed view back. */
export async function restoreViewAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(restoreView, await currentActor(), form)
}
