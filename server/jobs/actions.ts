'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { retryJob } from './retry-job'

/** Runs a failed job again. */
export async function retryJobAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(retryJob, await currentActor(), form)
  revalidatePath('/console/jobs')
  return { ...state, data: undefined }
}
