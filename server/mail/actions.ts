'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { retryMail } from './retry-mail'

export async function retryMailAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(retryMail, await currentActor(), form)
  revalidatePath('/console/outbox')
  return { ...state, data: undefined }
}
