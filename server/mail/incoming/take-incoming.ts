import type { Actor } from '@/domain/access/actor'
import { fitted } from '@/domain/mail/fitted'
import { messageIdsIn } from '@/domain/mail/mail-headers'
import { ownWords, type OwnWords } from '@/domain/mail/own-words'
import { reportFromMail } from '@/domain/mail/report-from-mail'
import { ok, type Result } from '@/lib/result'
import { anyone } from '@/server/auth/anyone'
import { reporterByMail } from '@/server/auth/mail-actor'
import { log } from '@/server/kernel/log'
import type { Problem } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { replyAsReporter, replyLimit } from '@/server/reports/reply-as-reporter'
import { attachmentLimits } from '@/server/reports/report-attachments'
import { submitReport } from '@/server/reports/submit-report'
import { leftOutNote } from './answers'
import { beginIncoming } from './begin-incoming'
import { openHeld } from './open-held'
import { parseMail, type ParsedMail } from './parse-mail'
import { placeIncoming, type Placement } from './place-incoming'
import { settleIncoming, type IncomingOutcome } from './settle-incoming'

/**
 * Reads a stored message and does what follows: begin, place, act, settle, each committed before the next. Killed in between, or
 * done by two workers at once, it changes nothing twice: a report and a reply know the message they were made of (their submission).
 */
export async function takeIncoming(
  actor: Actor,
  { mailId }: { mailId: string },
): Promise<Result<unknown, Problem>> {
  const begun = await beginIncoming(actor, { mailId })
  if (!begun.ok || begun.value === null) return begun
  const parsed = await legible(mailId, begun.value.raw)
  if (parsed === null) return settleIncoming(actor, { mailId, outcome: illegible })
  const placed = await placeIncoming(actor, { asReport: begun.value.asReport, parsed })
  if (!placed.ok) return placed
  const outcome = await act(actor, mailId, parsed, placed.value)
  return outcome.ok ? settleIncoming(actor, { mailId, outcome: outcome.value }) : outcome
}

const illegible: IncomingOutcome = {
  state: 'failed',
  reason: 'defect',
  projectId: null,
  address: null,
  reportId: null,
  caseId: null,
  isEncrypted: false,
  about: null,
  receipt: null,
  answer: null,
  completes: null,
  bounce: null,
  isAnswer: false,
}

async function legible(mailId: string, raw: Uint8Array): Promise<ParsedMail | null> {
  try {
    return await parseMail(raw)
  } catch (error) {
    log('error', 'incoming_mail_illegible', {
      mailId,
      error: error instanceof Error ? error.name : typeof error,
    })
    return null
  }
}

async function act(
  actor: Actor,
  mailId: string,
  parsed: ParsedMail,
  placed: Placement,
): Promise<Result<IncomingOutcome, Problem>> {
  const [messageId = null] = messageIdsIn(parsed.headers, ['message-id'])
  const base: IncomingOutcome = {
    ...illegible,
    projectId: placed.projectId,
    address: placed.address,
    isEncrypted: parsed.encryption !== null,
    about: { sender: parsed.sender, subject: parsed.subject, messageId },
    isAnswer: messageIdsIn(parsed.headers, ['in-reply-to', 'references']).length > 0,
  }
  switch (placed.kind) {
    case 'ignored':
      return ok({ ...base, state: 'ignored', reason: placed.reason })
    case 'held': {
      const { reason, asks, paused } = placed
      return ok({
        ...base,
        state: 'held',
        reason,
        answer:
          asks === null
            ? null
            : paused
              ? { kind: 'paused', project: asks, ...paused }
              : { kind: 'missing', reason, project: asks },
      })
    }
    case 'bounce':
      return ok({ ...base, state: 'bounce', reason: null, bounce: placed })
    case 'reply':
      return reply(mailId, parsed, placed, base)
    case 'report':
      return file(actor, mailId, parsed, placed, base)
  }
}

/** Known to this desk alone, and the same at every attempt. */
const submissionOf = (mailId: string) => vault().keyedHash('incoming-submission', mailId).slice(0, 43)

async function reply(
  mailId: string,
  parsed: ParsedMail,
  { reportId, caseId, sent: quotable }: Extract<Placement, { kind: 'reply' }>,
  base: IncomingOutcome,
): Promise<Result<IncomingOutcome, Problem>> {
  const whole = parsed.encryption === 'openpgp' ? parsed.text : marked(ownWords(parsed.text, quotable))
  const name = parsed.encryption === 'openpgp' ? 'message.asc' : 'whole-mail.txt'
  const room = replyLimit - 400
  const { text, isCut } = fitted(whole, room, `[The mail goes on. The whole text is attached: ${name}]`)
  const { files, leftOut } = withRest(parsed, isCut ? { name, text: whole } : null)
  const sent = await replyAsReporter(reporterByMail(reportId), {
    body: noted(text || '(The mail holds no text, only files.)', leftOut),
    attachments: files,
    submission: submissionOf(mailId),
    channel: 'email',
  })
  if (sent.ok) return ok({ ...base, state: 'reply', reason: null, reportId, caseId })
  return refusedOutcome(sent.refusal, base)
}

/** Whoever reads along sees that it is not the whole, and the team where the whole is. */
const marked = ({ text, isCut }: OwnWords) =>
  isCut ? `${text}\n\n[Quoted lines are left out. The mail itself is kept whole.]` : text

async function file(
  actor: Actor,
  mailId: string,
  parsed: ParsedMail,
  { projectId, completes, isAnswered, isVouched }: Extract<Placement, { kind: 'report' }>,
  base: IncomingOutcome,
): Promise<Result<IncomingOutcome, Problem>> {
  const whole = completes === null ? parsed : await completed(actor, parsed, completes)
  const { rest, description, ...form } = reportFromMail({
    subject: whole.subject,
    text: whole.text,
    isEncrypted: whole.encryption === 'openpgp',
    sender: parsed.sender,
  })
  const { files, leftOut } = withRest(whole, rest)
  const filed = await submitReport(isVouched ? actor : anyone, {
    ...form,
    description: noted(description, leftOut),
    project: projectId,
    attachments: files,
    submission: submissionOf(mailId),
    channel: 'email',
  })
  if (!filed.ok) return refusedOutcome(filed.refusal, base)
  return ok({
    ...base,
    state: 'report',
    reason: null,
    completes,
    receipt: filed.value.receipt,
    // A held report is answered when it is released: in a flood an address may be anybody's.
    answer: isAnswered && !filed.value.isHeld ? { kind: 'received', receipt: filed.value, leftOut } : null,
  })
}

/** A defect is tried again; what the desk refuses stays refused until an owner looks at it. */
const refusedOutcome = (problem: Problem, base: IncomingOutcome): Result<IncomingOutcome, Problem> =>
  problem.code === 'failed'
    ? { ok: false, refusal: problem }
    : ok({ ...base, state: 'failed', reason: 'refused' })

/** The first mail's subject, the answer, and below it the first mail: both word for word, since a report may be cut nowhere. */
async function completed(actor: Actor, parsed: ParsedMail, completes: string): Promise<ParsedMail> {
  const held = await openHeld(actor, { mailId: completes })
  const first = held.ok ? await legible(completes, held.value) : null
  if (first === null) return parsed
  const files = [...parsed.files, ...first.files]
  return {
    ...parsed,
    subject: first.subject || parsed.subject,
    text: `${parsed.text.trimEnd()}\n\nThe first mail:\n\n${first.text}`,
    files: files.slice(0, attachmentLimits.files),
    leftOut: parsed.leftOut + first.leftOut + Math.max(0, files.length - attachmentLimits.files),
  }
}

/** The files as a form would hold them, and first among them the text that was too long. */
function withRest({ files, leftOut }: ParsedMail, rest: { name: string; text: string } | null) {
  const given = files.map(({ name, content }) => new File([new Uint8Array(content)], name))
  if (rest === null) return { files: given, leftOut }
  const text = new File([rest.text], rest.name, { type: 'text/plain' })
  const fits = text.size <= attachmentLimits.bytesEach
  const all = fits ? [text, ...given] : given
  const kept = all.slice(0, attachmentLimits.files)
  return { files: kept, leftOut: leftOut + all.length - kept.length + (fits ? 0 : 1) }
}

const noted = (text: string, leftOut: number) =>
  leftOut === 0 ? text : `${text}\n\n[${leftOutNote(leftOut)}]`
