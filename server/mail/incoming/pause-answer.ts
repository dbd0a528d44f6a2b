import { and, eq, gte } from 'drizzle-orm'
import { incomingMails, mailAddresses, projects } from '@/db/schema'
import { otherWays } from '@/domain/projects/other-ways'
import type { Context } from '@/server/kernel/context'
import { policyInForce } from '@/server/policies/policy-in-force'
import { senderHash } from './incoming-text'
import type { ParsedMail } from './parse-mail'

/** What the team says while it takes no reports, and where to write instead. */
export interface PauseAnswer {
  notice: string
  /** Ways of the policy that do not lead to this desk, the best first. */
  ways: string[]
}

/** Where a report by mail goes while the project takes none; null: it takes them. Whoever was told in this pause is not told again. */
export async function pauseOf(context: Context, projectId: string, { sender }: ParsedMail) {
  const { tx } = context
  const [project] = await tx.select().from(projects).where(eq(projects.id, projectId))
  if (!project || project.pausedSince === null) return null
  const [told] = await tx
    .select({ id: incomingMails.id })
    .from(incomingMails)
    .where(
      and(
        eq(incomingMails.senderHash, senderHash(sender.address ?? '')),
        eq(incomingMails.projectId, projectId),
        eq(incomingMails.reason, 'paused'),
        gte(incomingMails.receivedAt, project.pausedSince),
      ),
    )
    .limit(1)
  const { terms } = await policyInForce(context, projectId)
  const own = await tx.select({ address: mailAddresses.address }).from(mailAddresses)
  const ways = otherWays(terms).map(({ text }) => text)
  const elsewhere = ways.filter((way) => !own.some(({ address }) => address === way.toLowerCase()))
  const paused: PauseAnswer = { notice: project.pauseNotice ?? '', ways: elsewhere }
  return { kind: 'held', reason: 'paused', asks: told ? null : project.name, paused } as const
}
