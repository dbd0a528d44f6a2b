'use server'

import type { ManyChanged } from '@/domain/cases/change-many'
import type { FormState } from '@/lib/form-state'
import type { Writing } from '@/domain/attention/writing'
import { keepDraft } from '@/server/attention/keep-draft'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { acknowledgeCase } from './acknowledge-case'
import { answerEmbargo, proposeEmbargo } from './answer-embargo'
import { askToResend } from './ask-to-resend'
import { askToVerify } from './ask-to-verify'
import { assignHandler } from './assign-handler'
import { addParticipant, removeParticipant } from './change-participants'
import { changeLine, changeLines } from './change-line'
import { changeMany } from './change-many'
import { changeTitle, restrictCase } from './change-title'
import { choosePace } from './choose-pace'
import { classifySeverity } from './classify-severity'
import { confirmCase } from './confirm-case'
import { followUpCase } from './follow-up-case'
import { linkCase, unlinkCase } from './link-case'
import { moveCase } from './move-case'
import { openAuditCase } from './open-audit-case'
import { passSilence } from './pass-silence'
import { recordAudit } from './record-audit'
import { recordRelease, yankRelease } from './record-release'
import { releaseHeld } from './release-held'
import { finishCase, reopenCase, resolveCase } from './resolve-case'
import { scoreSeverity } from './score-severity'
import { splitReport } from './split-report'
import { shareDraft, unshareDraft } from './share-draft'
import { tagCase, untagCase } from './tag-case'
import { undoAssignment } from './undo-assignment'
import { writeNote } from './write-note'
import { askReporter, respondToReporter, writeToReporter } from './write-to-reporter'

/** Says that a report arrived and that somebody answers for it. */
export async function acknowledgeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(acknowledgeCase, await currentActor(), form)
}

/** Makes a held report an ordinary one. */
export async function releaseHeldAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(releaseHeld, await currentActor(), form)
}

/** Makes somebody the primary handler. */
export async function assignHandlerAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(assignHandler, await currentActor(), form)
}

/** Keeps what a form holds instead of sending it, where no script did so while it was written. */
async function keepDraftOf(writing: Writing, form: FormData): Promise<FormState> {
  form.set('writing', writing)
  return runForm(keepDraft, await currentActor(), form, { done: () => ({ message: 'Draft kept.' }) })
}

/** Takes the last assignment back. */
export async function undoAssignmentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(undoAssignment, await currentActor(), form)
}

/** Puts a tag on the case. */
export async function tagCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(tagCase, await currentActor(), form)
}

/** Takes a tag off the case. */
export async function untagCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(untagCase, await currentActor(), form)
}

/** Changes several cases, each on its own; and undoes that. */
export async function changeManyAction(
  _previous: FormState<ManyChanged>,
  form: FormData,
): Promise<FormState<ManyChanged>> {
  return changeMany(await currentActor(), form)
}

const toReporter = { message: writeToReporter, response: respondToReporter, question: askReporter }

/** Sends a message, a response or a question to the reporter: the form's `kind` says which. */
export async function sendToReporterAction(_previous: FormState, form: FormData): Promise<FormState> {
  if (form.get('as') === 'draft') return keepDraftOf('reply', form)
  const kind = String(form.get('kind'))
  const command = Object.hasOwn(toReporter, kind)
    ? toReporter[kind as keyof typeof toReporter]
    : writeToReporter
  return runForm(command, await currentActor(), form)
}

/** Saves an internal note. */
export async function writeNoteAction(_previous: FormState, form: FormData): Promise<FormState> {
  if (form.get('as') === 'draft') return keepDraftOf('note', form)
  return runForm(writeNote, await currentActor(), form)
}

/** Asks the reporter to send again what could not be decrypted. */
export async function askToResendAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(askToResend, await currentActor(), form)
}

/** Goes on after the reporter's silence. */
export async function passSilenceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(passSilence, await currentActor(), form)
}

/** Renames the case. */
export async function changeTitleAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(changeTitle, await currentActor(), form)
}

/** Restricts the case, or lifts the restriction. */
export async function restrictCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(restrictCase, await currentActor(), form)
}

/** Decides the severity of the case, or says one's own: the button's `as` says which. */
export async function classifySeverityAction(_previous: FormState, form: FormData): Promise<FormState> {
  const command = form.get('as') === 'own' ? scoreSeverity : classifySeverity
  return runForm<unknown>(command, await currentActor(), form)
}

/** Answers the questions about the pace. */
export async function choosePaceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(choosePace, await currentActor(), form)
}

/** Moves the case to another project. */
export async function moveCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(moveCase, await currentActor(), form)
}

/** Opens, or names, a case that follows this one. */
export async function followUpAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(followUpCase, await currentActor(), form)
}

/** Makes a case of something the audit found. */
export async function openAuditCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(openAuditCase, await currentActor(), form)
}

/** Confirms the vulnerability. */
export async function confirmCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(confirmCase, await currentActor(), form)
}

/** Changes one row of the lines table. */
export async function changeLineAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(changeLine, await currentActor(), form)
}

/** Judges several lines alike. */
export async function changeLinesAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(changeLines, await currentActor(), form, { lists: ['lines'] })
}

/** Records the patch release of a line. */
export async function recordReleaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(recordRelease, await currentActor(), form)
}

/** Records that a release was taken back. */
export async function yankReleaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(yankRelease, await currentActor(), form)
}

/** Records the audit for similar problems. */
export async function recordAuditAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(recordAudit, await currentActor(), form)
}

/** Closes the case without a fix. */
export async function resolveCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(resolveCase, await currentActor(), form)
}

/** Opens a closed case again. */
export async function reopenCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(reopenCase, await currentActor(), form)
}

/** Makes a second case of a report that holds two vulnerabilities. */
export async function splitReportAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(splitReport, await currentActor(), form)
}

/** Links the case to the one it repeats. */
export async function linkCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(linkCase, await currentActor(), form)
}

/** Undoes the link to the case it repeated. */
export async function unlinkCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(unlinkCase, await currentActor(), form)
}

/** Says that nothing is left to do after the announcement. */
export async function finishCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(finishCase, await currentActor(), form)
}

/** Accepts or declines an embargo date. */
export async function answerEmbargoAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(answerEmbargo, await currentActor(), form)
}

/** Proposes an embargo date to the reporter. */
export async function proposeEmbargoAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(proposeEmbargo, await currentActor(), form)
}

/** Lets a reporter read the draft of the advisory. */
export async function shareDraftAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(shareDraft, await currentActor(), form)
}

/** Takes the draft back. */
export async function unshareDraftAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(unshareDraft, await currentActor(), form)
}

/** Asks a reporter to verify the fix of a line. */
export async function askToVerifyAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(askToVerify, await currentActor(), form)
}

/** Puts somebody on the case by name. */
export async function addParticipantAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(addParticipant, await currentActor(), form)
}

/** Takes somebody off the case. */
export async function removeParticipantAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runForm(removeParticipant, await currentActor(), form)
}
