import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { incomingMails, outgoingMails, reports } from '@/db/schema'
import type { IncomingReason, IncomingState } from '@/domain/mail/incoming-state'
import { nextAnswerAt } from '@/domain/mail/sender-limits'
import { toInstant } from '@/lib/instant'
import { receiptHash } from '@/server/auth/receipt-hash'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { inZoneOfProject } from '../in-zone-of'
import { moveMail } from '../move-mail'
import { sendMail } from '../send-mail'
import { answerText, type Answer } from './answers'
import { sealAbout, senderHash, type AboutMail } from './incoming-text'
import { incomingName, loadIncoming } from './load-incoming'
import { tellOwnersOfMail } from './tell-owners'

/** What became of a message. */
export interface IncomingOutcome {
  state: Exclude<IncomingState, 'waiting'>
  reason: IncomingReason | null
  projectId: string | null
  address: string | null
  /** The report that it answers; a new report is found by its receipt. */
  reportId: string | null
  caseId: string | null
  isEncrypted: boolean
  about: AboutMail | null
  /** The report that was just filed, by its receipt. */
  receipt: string | null
  answer: Answer | null
  /** A held message that this one completed. */
  completes: string | null
  bounce: { outgoingMailId: string; status: string | null } | null
  /** It answers some mail, ours or another's. */
  isAnswer: boolean
}

/**
 * Records what became of a message, once: with it goes the automatic answer, if there is one, and what it says about our own mail.
 * A worker that was overtaken changes nothing.
 */
export const settleIncoming = command({
  name: 'incoming.settle',
  input: incomingName.extend({
    outcome: z.custom<IncomingOutcome>(
      (value) => typeof value === 'object' && value !== null && 'state' in value,
    ),
  }),
  may: 'take_mail',
  load: loadIncoming,
  run: async (context, { mailId, outcome }, { mail }) => {
    if (mail.state !== 'waiting') return
    const { state, reason, projectId, address, isEncrypted, about, receipt, answer, completes, bounce } =
      outcome
    const filed = receipt === null ? outcome : await filedReport(context, receipt)
    const { reportId, caseId } = filed
    const hash = senderHash(about?.sender.address ?? '')
    await context.tx
      .update(incomingMails)
      .set({
        ...{ state, reason, projectId, address, reportId, caseId, isEncrypted },
        about: about && sealAbout(mailId, about),
        senderHash: about && hash,
      })
      .where(eq(incomingMails.id, mailId))
    if (completes !== null)
      await context.tx
        .update(incomingMails)
        .set({ state: 'report', reason: null, reportId, caseId })
        .where(and(eq(incomingMails.id, completes), eq(incomingMails.state, 'held')))
    if (bounce) await recordBounce(context, bounce)
    if (isWorthALook(outcome)) await tellOwnersOfMail(context, mailId)
    if (answer && about)
      await sendAnswer(context, { mailId, hash, about, projectId, reportId, caseId }, answer)
  },
})

/** Held and failed mail, a mail of ours that came back, and what a machine sent of itself to a project's address, not as an answer. */
const isWorthALook = ({ state, reason, address, isAnswer }: IncomingOutcome): boolean =>
  state === 'held' ||
  state === 'failed' ||
  state === 'bounce' ||
  (state === 'ignored' && address !== null && !isAnswer && (reason === 'automatic' || reason === 'bulk'))

async function filedReport({ tx }: Context, receipt: string): Promise<{ reportId: string; caseId: string }> {
  const [report] = await tx
    .select({ reportId: reports.id, caseId: reports.caseId })
    .from(reports)
    .where(eq(reports.receiptHash, receiptHash(receipt) ?? ''))
  if (!report) throw new Error('A report that was just filed is not there.')
  return report
}

/** The mail server took it, and somebody behind it did not: it stands in the outbox as bounced, and can be sent again. */
async function recordBounce(
  context: Context,
  { outgoingMailId, status }: { outgoingMailId: string; status: string | null },
) {
  const [sent] = await context.tx.select().from(outgoingMails).where(eq(outgoingMails.id, outgoingMailId))
  if (!sent) return
  await moveMail(
    context,
    { id: sent.id, attempts: sent.attempts, states: ['handing_over', 'sent', 'failed'] },
    {
      state: 'bounced',
      lastError: `It came back: it could not be delivered${status === null ? '' : ` (${status})`}.`,
    },
  )
}

/** At most one an hour to a sender, however many messages of theirs are settled at once. */
async function sendAnswer(
  context: Context,
  to: Pick<IncomingOutcome, 'projectId' | 'reportId' | 'caseId'> & {
    mailId: string
    hash: string
    about: AboutMail
  },
  answer: Answer,
): Promise<void> {
  const { sender } = to.about
  if (sender.address === null) return
  await context.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`incoming-answer/${to.hash}`}, 0))`,
  )
  const [last] = await context.tx
    .select({ at: sql<string | null>`max(${incomingMails.answeredAt})` })
    .from(incomingMails)
    .where(eq(incomingMails.senderHash, to.hash))
  const sendAt = nextAnswerAt(last?.at ? toInstant(last.at) : null, context.now)
  await context.tx.update(incomingMails).set({ answeredAt: sendAt }).where(eq(incomingMails.id, to.mailId))
  const { subject, body } = answerText(answer)
  await sendMail(context, {
    subject,
    body: await inZoneOfProject(context, to.projectId, body),
    occasion: `incoming-${answer.kind}:${to.mailId}`,
    recipient: { name: sender.name, address: sender.address },
    incomingMailId: to.mailId,
    ...(to.projectId && { projectId: to.projectId }),
    ...(to.reportId && { reportId: to.reportId }),
    ...(to.caseId && { caseId: to.caseId }),
    sendAt,
  })
}
