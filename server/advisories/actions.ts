'use server'

import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { approveAdvisory, withdrawApproval } from './approve-advisory'
import { addCredit, changeCredit } from './change-credit'
import { editAdvisory } from './edit-advisory'
import { overrideGates, withdrawOverride } from './override-gates'
import { correctAdvisory, withdrawAdvisory } from './revise-advisory'
import { cancelSchedule, scheduleAnnouncement } from './schedule-announcement'

/** Saves the draft. */
export async function editAdvisoryAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(editAdvisory, await currentActor(), form)
}

/** Approves the version that was read. */
export async function approveAdvisoryAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(approveAdvisory, await currentActor(), form)
}

/** Takes an approval back. */
export async function withdrawApprovalAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(withdrawApproval, await currentActor(), form)
}

/** Schedules the announcement, or moves it. */
export async function scheduleAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(scheduleAnnouncement, await currentActor(), form)
}

/** Takes the schedule back. */
export async function cancelScheduleAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(cancelSchedule, await currentActor(), form)
}

/** Steps over the gates that are unmet. */
export async function overrideGatesAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(overrideGates, await currentActor(), form)
}

/** Takes an override back. */
export async function withdrawOverrideAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(withdrawOverride, await currentActor(), form)
}

/** Publishes a correction. */
export async function correctAdvisoryAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(correctAdvisory, await currentActor(), form)
}

/** Withdraws the published advisory. */
export async function withdrawAdvisoryAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(withdrawAdvisory, await currentActor(), form)
}

/** Enters somebody in the credit ledger. */
export async function addCreditAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(addCredit, await currentActor(), form, { lists: ['roles'] })
}

/** Changes an entry of the credit ledger. */
export async function changeCreditAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(changeCredit, await currentActor(), form, { lists: ['roles'] })
}
