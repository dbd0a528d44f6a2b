'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { readAgain, takeAsReport } from './incoming/read-again'
import { retryMail } from './retry-mail'

/** Sends a mail again. */
export async function retryMailAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(retryMail, await currentActor(), form)
  revalidatePath('/console/outbox')
  return { ...state, data: undefined }
}

/** Reads a mail again that could not be read. */
export async function readAgainAction(_previous: FormState, form: FormData): Promise<FormState> {
  return decide(readAgain, form)
}

/** Makes a report of a mail that was held or ignored. */
export async function takeAsReportAction(_previous: FormState, form: FormData): Promise<FormState> {
  return decide(takeAsReport, form)
}

async function decide(operation: typeof readAgain, form: FormData): Promise<FormState> {
  const state = await runForm(operation, await currentActor(), form)
  revalidatePath('/console/incoming')
  return { ...state, data: undefined }
}
