import { asc, eq, inArray } from 'drizzle-orm'
import { mailAddresses, replyAddresses, type outgoingMails } from '@/db/schema'
import { formatReplyToken, replyAddress, replyTokenBytes } from '@/domain/mail/reply-address'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { vault } from '@/server/kernel/vault'

/** What an answer belongs to: a report, or a mail that is held until its sender completes it. */
export interface ReplyTarget {
  reportId: string | null
  incomingMailId: string | null
}

/** The same target has the same token always: it follows from the master key and is never stored. */
const tokenOf = ({ reportId, incomingMailId }: ReplyTarget): string =>
  formatReplyToken(
    Buffer.from(
      vault().keyedHash('reply-address', `${reportId ?? ''}/${incomingMailId ?? ''}`),
      'hex',
    ).subarray(0, replyTokenBytes),
  )

const hashOf = (token: string) => vault().keyedHash('reply-token', token)

/**
 * Where a mail to a reporter asks to be answered: at its project's address, with a token of the report. null when no mail is taken
 * in or the project has no address for it.
 */
export async function replyToOf(
  { tx }: Pick<Context, 'tx'>,
  mail: Pick<typeof outgoingMails.$inferSelect, 'projectId' | 'reportId' | 'incomingMailId'>,
): Promise<string | null> {
  const { IMAP_URL, IMAP_PLUS_ADDRESSES } = environment()
  if (!IMAP_URL || !mail.projectId || !(mail.reportId || mail.incomingMailId)) return null
  const [base] = await tx
    .select({ address: mailAddresses.address })
    .from(mailAddresses)
    .where(eq(mailAddresses.projectId, mail.projectId))
    .orderBy(asc(mailAddresses.position))
    .limit(1)
  if (!base) return null
  // A mail that led to a report asks for answers to the report.
  const target = mail.reportId
    ? { reportId: mail.reportId, incomingMailId: null }
    : { reportId: null, incomingMailId: mail.incomingMailId }
  const token = tokenOf(target)
  const address = IMAP_PLUS_ADDRESSES ? replyAddress(base.address, token) : null
  if (address === null) return base.address
  await tx
    .insert(replyAddresses)
    .values({ tokenHash: hashOf(token), ...target })
    .onConflictDoNothing()
  return address
}

/** What the first of these tokens that we gave out stands for; null: we gave out none of them. */
export async function targetOfTokens(
  { tx }: Pick<Context, 'tx'>,
  tokens: readonly string[],
): Promise<ReplyTarget | null> {
  if (tokens.length === 0) return null
  const hashes = tokens.slice(0, 20).map(hashOf)
  const rows = await tx.select().from(replyAddresses).where(inArray(replyAddresses.tokenHash, hashes))
  const [first] = hashes.flatMap((hash) => rows.find(({ tokenHash }) => tokenHash === hash) ?? [])
  return first ? { reportId: first.reportId, incomingMailId: first.incomingMailId } : null
}
