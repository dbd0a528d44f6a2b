'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { makeGateToken, revokeGateToken } from './gate-tokens'

/** Makes a token; it is shown this once. */
export async function makeGateTokenAction(
  _previous: FormState<{ token: string }>,
  form: FormData,
): Promise<FormState<{ token: string }>> {
  const state = await runForm(makeGateToken, await currentActor(), form, { done: (data) => ({ data }) })
  if (state.status === 'done') revalidatePath('/console/projects', 'layout')
  return state
}

/** Takes a token back. */
export async function revokeGateTokenAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(revokeGateToken, await currentActor(), form, {
    done: () => ({ message: 'Revoked.' }),
  })
  if (state.status === 'done') revalidatePath('/console/projects', 'layout')
  return state as FormState
}
