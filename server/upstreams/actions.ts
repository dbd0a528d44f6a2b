'use server'

import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { handOverToUpstream } from './hand-over-to-upstream'
import { recordUpstreamAnswer } from './record-upstream-answer'

/** Records that an upstream was told. */
export async function handOverToUpstreamAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(handOverToUpstream, await currentActor(), form)
}

/** Records what an upstream answered. */
export async function recordUpstreamAnswerAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(recordUpstreamAnswer, await currentActor(), form)
}
