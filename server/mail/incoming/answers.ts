import type { IncomingReason } from '@/domain/mail/incoming-state'
import { utcText } from '@/lib/utc-text'
import { environment } from '@/server/kernel/environment'
import type { Receipt } from '@/server/reports/submit-report'
import type { PauseAnswer } from './pause-answer'
import { attachmentLimits } from '@/server/reports/report-attachments'

/** What an automatic answer says. Never what the mail said: no subject, no text, no name of a file. */
export type Answer =
  | { kind: 'received'; receipt: Receipt; leftOut: number }
  | { kind: 'missing'; reason: IncomingReason; project: string }
  | ({ kind: 'paused'; project: string } & PauseAnswer)

const megabytes = `${attachmentLimits.bytesEach / 1024 / 1024} MB`

/** How many files did not fit, and what becomes of them. */
export const leftOutNote = (count: number): string =>
  `${count === 1 ? 'One file of this mail was' : `${count} files of this mail were`} too large or too many to attach: a report takes ${attachmentLimits.files} files of ${megabytes}. The mail itself is kept whole.`

const wanted: Partial<Record<IncomingReason, string>> = {
  only_link:
    'It only holds a link. Links change and ask us to open foreign pages: please write in your own words what is wrong and how it can be used. You may keep the link.',
  only_file:
    'It only points to a file. Please write in your own words what is wrong and how it can be used. You may keep the file.',
  empty:
    'It holds no text that we could read, or does not say what is wrong. Please write what is wrong and how it can be used.',
  smime:
    'It is encrypted with S/MIME, which we cannot open. Please send it once more in plain text or encrypted with OpenPGP, or use the form.',
}

/** Subject and text of an automatic answer. */
export function answerText(answer: Answer): { subject: string; body: string } {
  const { BASE_URL } = environment()
  if (answer.kind === 'missing')
    return {
      subject: `Your mail is not a report yet (${answer.project})`,
      body: [
        `Your mail to ${answer.project} arrived and is kept, but it is not a report yet.`,
        wanted[answer.reason] ?? wanted.empty ?? '',
        'Answer this mail, and the two together become your report. We ask only this once.',
        `Or use the form: ${BASE_URL}/`,
        'This answer was written by a machine.\n',
      ].join('\n\n'),
    }
  if (answer.kind === 'paused')
    return {
      subject: `${answer.project} takes no reports just now`,
      body: [
        `Your mail to ${answer.project} arrived and is kept, but no reports are taken here just now.`,
        answer.notice,
        answer.ways.length > 0
          ? `Report it this way instead: ${answer.ways.join(', ')}`
          : 'There is no other way just now. Please write again when reports are taken.',
        'This answer was written by a machine. It is sent only once.\n',
      ].join('\n\n'),
    }
  const { receipt, projectName, receivedAt, acknowledgeBy } = answer.receipt
  const promise = acknowledgeBy
    ? `A maintainer acknowledges it by ${utcText(acknowledgeBy)}.`
    : 'A maintainer acknowledges it as soon as possible.'
  return {
    subject: `Your report arrived (${projectName})`,
    body: [
      `Your report to ${projectName} arrived on ${utcText(receivedAt)}. ${promise} This answer was written by a machine; it acknowledges nothing yet.`,
      `Your receipt opens your report. Keep it: whoever has it can read along, and we keep no copy.\n\n    ${receipt}`,
      `Use it at ${BASE_URL}/receipt to read what the team writes, to see what was promised, and to add files.`,
      ...(answer.leftOut > 0 ? [leftOutNote(answer.leftOut)] : []),
      'You can also answer the mails of this desk.\n',
    ].join('\n\n'),
  }
}
