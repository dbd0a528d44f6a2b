'use server'

import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { askAgain, stopAsking } from './ask-again'
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

/** Records that an upstream was asked again. */
export async function askUpstreamAgainAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(askAgain, await currentActor(), form)
}

/** Stops asking an upstream. */
export async function stopAskingUpstreamAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(stopAsking, await currentActor(), form)
}
