import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { incomingMails, mailAddresses, outgoingMails, projects, reports } from '@/db/schema'
import { sees } from '@/domain/access/relations-of'
import { mailIdsIn, readBounce } from '@/domain/mail/bounce'
import { classifyMail } from '@/domain/mail/classify-mail'
import type { IncomingReason } from '@/domain/mail/incoming-state'
import { addressesIn, messageIdsIn } from '@/domain/mail/mail-headers'
import { ownWords } from '@/domain/mail/own-words'
import { baseAddress, replyTokenOf } from '@/domain/mail/reply-address'
import { senderLimits } from '@/domain/mail/sender-limits'
import { whatIsMissing } from '@/domain/mail/what-is-missing'
import { hourMs, plusMs } from '@/lib/instant'
import { loadCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { query } from '@/server/kernel/query'
import { policyInForce } from '@/server/policies/policy-in-force'
import { reportContact } from '@/server/reports/report-content'
import { pauseOf, type PauseAnswer } from './pause-answer'
import { readSender } from '../compose'
import { instanceSubject } from '../load-mail'
import { recipientHash } from '../mail-text'
import { senderHash } from './incoming-text'
import { imapSettings } from './imap-settings'
import type { ParsedMail } from './parse-mail'
import { targetOfTokens, type ReplyTarget } from './reply-addresses'
import { sentTexts } from './sent-texts'

/** What is to be done with a message; `address` is the project's one that it was sent to. */
export type Placement = { projectId: string | null; address: string | null } & (
  | { kind: 'ignored'; reason: IncomingReason }
  /** `asks`: the project on whose behalf its sender is asked for what is missing; null: nobody is asked. */
  | {
      kind: 'held'
      reason: IncomingReason
      asks: string | null
      /** What is said while the project takes no reports. */
      paused?: PauseAnswer
    }
  | { kind: 'bounce'; outgoingMailId: string; status: string | null }
  /** `sent`: what it may quote. */
  | { kind: 'reply'; reportId: string; caseId: string; sent: string[] }
  | { kind: 'report'; projectId: string; completes: string | null; isAnswered: boolean; isVouched: boolean }
)

/** Addresses a message was delivered to come before those it names. */
const targets = ['x-original-to', 'delivered-to', 'envelope-to', 'to', 'cc', 'resent-to']

/** Decides what a message is, by the rules of domain/mail and by what the desk knows; changes nothing. */
export const placeIncoming = query({
  name: 'incoming.place',
  input: z.object({
    asReport: z.boolean(),
    parsed: z.custom<ParsedMail>((value) => typeof value === 'object' && value !== null),
  }),
  may: 'take_mail',
  load: async ({ actor }) => (sees(actor, instanceSubject) ? { subject: instanceSubject } : null),
  run: async (context, { asReport, parsed }): Promise<Placement> => {
    const addressed = addressesIn(parsed.headers, targets)
    const known = await context.tx.select().from(mailAddresses)
    const project = projectOf(addressed, known)
    const place = { projectId: project?.projectId ?? null, address: project?.address ?? null }
    const sort = classifyMail({ headers: parsed.headers, sender: parsed.sender.address }, ownAddresses(known))
    if (asReport) {
      if (!project) return { ...place, ...held('no_project') }
      const { projectId } = project
      return {
        ...place,
        projectId,
        kind: 'report',
        completes: null,
        isAnswered: sort === 'personal',
        isVouched: true,
      }
    }
    if (sort === 'bounce') return { ...place, ...(await bounceOf(context, parsed)) }
    // A list of a project carries reports as well: a person tells them apart, and nobody is answered.
    if (sort === 'bulk' && project && parsed.headers.has('list-id')) return { ...place, ...held('bulk') }
    if (sort !== 'personal') return { ...place, kind: 'ignored', reason: sort }
    const target = await targetOf(context, parsed, addressed)
    if (target?.reportId) return { ...place, ...(await replyTo(context, target.reportId, parsed)) }
    const first = target?.incomingMailId ? await heldMail(context, target.incomingMailId) : null
    if (first?.reportId) return { ...place, ...(await replyTo(context, first.reportId, parsed)) }
    const into = first?.projectId ?? project?.projectId
    if (!into) return { ...place, ...held('no_project') }
    const at = { projectId: into, address: first?.address ?? place.address }
    const pause = await pauseOf(context, into, parsed)
    if (pause) return { ...at, ...pause }
    if (await isTooMany(context, parsed, 'report')) return { ...at, ...held('too_many') }
    const missing = await missingIn(
      context,
      into,
      first ? { ...parsed, text: await ownWordsIn(context, first.id, parsed) } : parsed,
    )
    // Who was asked already is not asked once more.
    if (missing) return { ...at, ...held(missing, first ? null : await nameOf(context, into)) }
    return { ...at, kind: 'report', completes: first?.id ?? null, isAnswered: true, isVouched: false }
  },
})

/** What the answer to a mail that is held says itself; what it quotes of our question completes nothing. */
async function ownWordsIn(context: Context, incomingMailId: string, { text, encryption }: ParsedMail) {
  if (encryption !== null) return text
  return ownWords(text, await sentTexts(context, { reportId: null, incomingMailId })).text
}

const held = (reason: IncomingReason, asks: string | null = null) => ({ kind: 'held', reason, asks }) as const

async function nameOf({ tx }: Context, projectId: string): Promise<string> {
  const [project] = await tx.select({ name: projects.name }).from(projects).where(eq(projects.id, projectId))
  return project?.name ?? ''
}

function projectOf(addressed: readonly string[], known: readonly (typeof mailAddresses.$inferSelect)[]) {
  const bare = addressed.map(baseAddress)
  return bare.flatMap((address) => known.find((one) => one.address === address) ?? [])[0] ?? null
}

/** Whoever writes from one of these is the desk itself, or pretends to be. */
function ownAddresses(known: readonly (typeof mailAddresses.$inferSelect)[]): ReadonlySet<string> {
  const { MAIL_FROM } = environment()
  const login = imapSettings()?.user ?? ''
  const sender = MAIL_FROM ? [readSender(MAIL_FROM).address.toLowerCase()] : []
  return new Set([
    ...known.map(({ address }) => address),
    ...sender,
    ...(login.includes('@') ? [login.toLowerCase()] : []),
  ])
}

async function bounceOf({ tx }: Context, parsed: ParsedMail) {
  const notice = readBounce(parsed.searchable)
  const ids = [
    ...mailIdsIn(parsed.searchable),
    ...mailIdsIn(messageIdsIn(parsed.headers, ['in-reply-to', 'references']).join(' ')),
  ]
  const [mail] =
    ids.length === 0
      ? []
      : await tx
          .select({ id: outgoingMails.id })
          .from(outgoingMails)
          .where(inArray(outgoingMails.id, ids))
          .limit(1)
  if (!mail) return { kind: 'ignored', reason: 'foreign_bounce' } as const
  if (!notice.isFailure) return { kind: 'ignored', reason: 'notice' } as const
  return { kind: 'bounce', outgoingMailId: mail.id, status: notice.status } as const
}

/**
 * What a message answers: by the token in an address, which nobody guesses; or because it names a mail we sent, comes from whom we
 * sent that mail to, and that is still how its report's reporter is reached.
 */
async function targetOf(
  context: Context,
  parsed: ParsedMail,
  addressed: readonly string[],
): Promise<ReplyTarget | null> {
  const byToken = await targetOfTokens(
    context,
    addressed.flatMap((address) => replyTokenOf(address) ?? []),
  )
  if (byToken) return byToken
  const sender = parsed.sender.address
  const ids = mailIdsIn(messageIdsIn(parsed.headers, ['in-reply-to', 'references']).join(' '))
  if (sender === null || ids.length === 0) return null
  const sent = await context.tx
    .select()
    .from(outgoingMails)
    .where(and(inArray(outgoingMails.id, ids), eq(outgoingMails.recipientHash, recipientHash(sender))))
  for (const { reportId, incomingMailId } of sent) {
    if (reportId && (await isContact(context, reportId, sender))) return { reportId, incomingMailId: null }
    if (!reportId && incomingMailId) return { reportId: null, incomingMailId }
  }
  return null
}

async function isContact(context: Context, reportId: string, sender: string): Promise<boolean> {
  const [report] = await context.tx.select().from(reports).where(eq(reports.id, reportId))
  const found = report && (await loadCase(context, report.caseId))
  return !!found && reportContact(found.vault, report)?.email?.toLowerCase() === sender
}

async function replyTo(context: Context, reportId: string, parsed: ParsedMail) {
  const [report] = await context.tx
    .select({ caseId: reports.caseId })
    .from(reports)
    .where(eq(reports.id, reportId))
  if (!report) throw new Error('A reply to a report that is gone.')
  if (await isTooMany(context, parsed, 'reply')) return held('too_many')
  const says = parsed.text.trim() !== '' || parsed.files.length > 0
  if (!says) return held('empty')
  const sent = await sentTexts(context, { reportId, incomingMailId: null })
  return { kind: 'reply', reportId, caseId: report.caseId, sent } as const
}

async function heldMail({ tx }: Context, id: string) {
  const { projectId, address, reportId, state } = incomingMails
  const [mail] = await tx
    .select({ id: incomingMails.id, projectId, address, reportId, state })
    .from(incomingMails)
    .where(eq(incomingMails.id, id))
  return mail && (mail.state === 'held' || mail.reportId) ? mail : null
}

async function missingIn(context: Context, projectId: string, parsed: ParsedMail) {
  if (parsed.encryption === 'smime') return 'smime' as const
  const { terms } = await policyInForce(context, projectId)
  const mail = {
    text: parsed.text,
    attachments: parsed.files.length,
    isEncrypted: parsed.encryption !== null,
  }
  return whatIsMissing(mail, terms.reportMustHave)
}

/** Counts what this sender caused within the hour; a mail without a sender is counted with all of its kind. */
async function isTooMany(
  { tx, now }: Context,
  { sender }: ParsedMail,
  kind: 'report' | 'reply',
): Promise<boolean> {
  const states = kind === 'report' ? (['report', 'held'] as const) : (['reply'] as const)
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(incomingMails)
    .where(
      and(
        eq(incomingMails.senderHash, senderHash(sender.address ?? '')),
        gt(incomingMails.receivedAt, plusMs(now, -hourMs)),
        inArray(incomingMails.state, [...states]),
      ),
    )
  return (row?.count ?? 0) >= (kind === 'report' ? senderLimits.reports : senderLimits.replies)
}
