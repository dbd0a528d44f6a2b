import { and, desc, eq, inArray } from 'drizzle-orm'
import { cases, messages, outgoingMails, reports } from '@/db/schema'
import { bodyPlace } from '@/server/cases/store-message'
import type { Context } from '@/server/kernel/context'
import { SealBroken } from '@/server/kernel/sealing'
import { vault } from '@/server/kernel/vault'
import { bodyOf } from '../mail-text'
import type { ReplyTarget } from './reply-addresses'

/** An answer quotes what came last; older texts are not looked at. */
const most = 50

/** What the desk sent to who answers: its mails, and what the team wrote to that reporter, which a mail may have held encrypted. */
export async function sentTexts(context: Context, target: ReplyTarget): Promise<string[]> {
  const { reportId, incomingMailId } = target
  const mails = await context.tx
    .select()
    .from(outgoingMails)
    .where(
      reportId
        ? eq(outgoingMails.reportId, reportId)
        : eq(outgoingMails.incomingMailId, incomingMailId ?? ''),
    )
    .orderBy(desc(outgoingMails.createdAt))
    .limit(most)
  const bodies = mails.flatMap((mail) => openedOr([], () => [bodyOf(mail)]))
  return reportId ? [...bodies, ...(await writtenTo(context, reportId))] : bodies
}

async function writtenTo({ tx }: Context, reportId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: messages.id, body: messages.body, caseId: cases.id, wrappedKey: cases.wrappedKey })
    .from(messages)
    .innerJoin(reports, eq(reports.id, messages.reportId))
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(and(eq(messages.reportId, reportId), inArray(messages.kind, ['message', 'notice'])))
    .orderBy(desc(messages.sentAt))
    .limit(most)
  const [first] = rows
  if (!first) return []
  return openedOr([], () => {
    const opened = vault().openCaseKey(first.caseId, first.wrappedKey)
    return rows.map(({ id, body }) => opened.open(bodyPlace(id), body))
  })
}

/** What another master key sealed takes part in nothing: at worst a quote stays. */
function openedOr<Value>(otherwise: Value, open: () => Value): Value {
  try {
    return open()
  } catch (error) {
    if (error instanceof SealBroken) return otherwise
    throw error
  }
}
