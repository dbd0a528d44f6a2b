'use server'

import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { assignHandler } from './assign-handler'

/** Makes somebody the primary handler. */
export async function assignHandlerAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(assignHandler, await currentActor(), form)
}
