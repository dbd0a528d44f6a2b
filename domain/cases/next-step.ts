import type { GateCode } from '@/domain/embargo/gates'
import type { Turn } from './conversation'
import { linesToRelease, openQuestions, stageOf, type CaseFacts } from './stage'

/** What can be next. Most are verbs of the permission table. */
export type NextStepAct =
  | 'acknowledge'
  | 'reply_to_reporter'
  | 'answer_embargo'
  | 'classify_severity'
  | 'edit_lines'
  | 'confirm'
  | 'wait_for_reporter'
  | 'respond'
  | 'record_audit'
  | 'edit_advisory'
  | 'approve_advisory'
  | 'schedule'
  | 'wait_for_announcement'
  | 'goes_on_elsewhere'
  | 'revise_advisory'
  | 'finish'

export type StepOwner = 'handler' | 'second_maintainer' | 'reporter' | 'desk'

export interface NextStep {
  act: NextStepAct
  /** An imperative for the button, or what is waited for. */
  title: string
  whose: StepOwner
  /** Why it cannot be done now; null when it can. */
  blockedBy: string | null
}

export interface NextStepInput {
  facts: CaseFacts
  /** Gates that do not hold, with their reasons (domain/embargo/gates.ts). */
  unmetGates: readonly { code: GateCode; reason: string }[]
  /** Whom the conversation waits for first (domain/cases/conversation.ts). */
  turn: Turn | null
  /** The policy promises a detailed response and none was sent. */
  owesResponse: boolean
  /** The reporter publishes before the earliest announcement, and nothing is on the table about it. */
  needsDate: boolean
  /** The announcement is scheduled, and not suspended. */
  isScheduled: boolean
  /** The case repeats another, where the work goes on; its reference, or null where whoever looks may not see that one. */
  linkedTo: { reference: string | null } | null
  /** The credits were changed since the advisory was published last, and it is not withdrawn. */
  needsCorrection: boolean
}

const step = (
  act: NextStepAct,
  title: string,
  whose: StepOwner = 'handler',
  blockedBy: string | null = null,
) => ({
  act,
  title,
  whose,
  blockedBy,
})

const names = (lines: readonly { line: { name: string } }[]) => lines.map((one) => one.line.name).join(', ')

/** The one thing to do next on a case, whose it is, and what holds it up; null when the case is closed. */
export function nextStep(input: NextStepInput): NextStep | null {
  const stage = stageOf(input.facts)
  // What readers are told wrongly is mended however long the case is closed.
  if (input.needsCorrection) return step('revise_advisory', 'Publish a correction: the credits changed')
  if (stage === 'closed') return null
  if (stage === 'received') return step('acknowledge', 'Acknowledge the report')
  if (input.turn?.waitsFor === 'team') return step('reply_to_reporter', 'Answer the reporter')
  if (stage === 'announced') return afterAnnouncement(input)
  if (input.linkedTo) return toReporter(input) ?? elsewhere(input.linkedTo)
  return (stage === 'acknowledged' ? toConfirm(input) : toAnnounce(input)) ?? toSchedule(input)
}

function afterAnnouncement({ facts }: NextStepInput): NextStep {
  const left = linesToRelease(facts.lines, facts.at)
  return left.length > 0
    ? step('edit_lines', `Release the fix on ${names(left)}`)
    : step('finish', 'Look at what is left, then finish the case')
}

const elsewhere = ({ reference }: { reference: string | null }): NextStep =>
  step('goes_on_elsewhere', `Goes on in ${reference ?? 'the case it repeats'}`)

/** What the reporter is owed, whatever else is done on the case. */
function toReporter(input: NextStepInput): NextStep | null {
  if (input.turn?.waitsFor === 'reporter')
    return step('wait_for_reporter', 'Wait for the reporter’s answer', 'reporter')
  if (input.owesResponse) return step('respond', 'Tell the reporter what happens next')
  return toAgree(input)
}

function toConfirm(input: NextStepInput): NextStep {
  const { facts } = input
  const gate = reasonOf(input)
  const negotiation = toAgree(input)
  if (negotiation !== null) return negotiation
  if (input.turn?.waitsFor === 'reporter')
    return step('wait_for_reporter', 'Wait for the reporter’s answer', 'reporter')
  if (gate('severity') !== null) return step('classify_severity', 'Classify the severity')
  const hasAffected = facts.lines.some((line) => line.affectedness === 'affected')
  return step(
    'confirm',
    'Confirm the vulnerability',
    'handler',
    hasAffected ? null : 'No release line is marked affected. Mark at least one.',
  )
}

/** Dates are agreed on as soon as they do not fit: also while nobody knows yet what is to be fixed. */
function toAgree(input: NextStepInput): NextStep | null {
  if (reasonOf(input)('counter_proposal') !== null) return step('answer_embargo', 'Settle the embargo date')
  return input.needsDate ? step('answer_embargo', 'Agree on a date with the reporter') : null
}

function toAnnounce(input: NextStepInput): NextStep | null {
  const { facts } = input
  const gate = reasonOf(input)
  if (input.owesResponse) return step('respond', 'Tell the reporter what happens next')
  const negotiation = toAgree(input)
  if (negotiation !== null) return negotiation
  if (gate('severity') !== null) return step('classify_severity', 'Classify the severity')
  const unknown = openQuestions(facts.lines, facts.at)
  if (unknown.length > 0) return step('edit_lines', `Judge whether ${names(unknown)} is affected`)
  const left = linesToRelease(facts.lines, facts.at)
  if (left.length > 0) return step('edit_lines', `Release the fix on ${names(left)}`)
  if (gate('lines') !== null) return step('edit_lines', 'Complete the release lines')
  if (gate('audit') !== null) return step('record_audit', 'Record the audit for similar problems')
  if (gate('advisory') !== null) return step('edit_advisory', 'Complete the advisory')
  if (gate('approval') !== null) return step('approve_advisory', 'Approve the advisory', 'second_maintainer')
  return null
}

function toSchedule(input: NextStepInput): NextStep {
  return input.isScheduled
    ? step('wait_for_announcement', 'Wait for the announcement', 'desk', reasonOf(input)('not_before'))
    : step('schedule', 'Schedule the announcement')
}

const reasonOf =
  ({ unmetGates }: NextStepInput) =>
  (code: GateCode): string | null =>
    unmetGates.find((gate) => gate.code === code)?.reason ?? null
