import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/domain/access/actor'
import { environment } from '@/server/kernel/environment'
import type { Problem } from '@/server/kernel/problem'
import { ok, type Result } from '@/lib/result'
import { claimMail } from './claim-mail'
import { compose, readSender } from './compose'
import type { Delivery } from './delivery'
import { handOverMail } from './hand-over-mail'
import { settleMail } from './settle-mail'
import { deliver } from './smtp'

/**
 * Sends a mail: claim, hand over, settle, each committed before the next, because no transaction spans the mail server.
 * docs/decisions/0005 says what a process killed between two of them leaves behind.
 */
export async function sendQueuedMail(
  actor: Actor,
  { mailId }: { mailId: string },
): Promise<Result<unknown, Problem>> {
  const claim = await claimMail(actor, { mailId })
  if (!claim.ok || claim.value === null) return claim
  const { attempt, recipient } = claim.value
  const { SMTP_URL = '', MAIL_FROM = '' } = environment()
  const sender = readSender(MAIL_FROM)
  const message = await compose(claim.value, sender)
  const envelope = { from: sender.address, to: recipient.address }
  const delivery = await deliver(SMTP_URL, { envelope, message }, async () => {
    const mine = await handOverMail(actor, { mailId, attempt })
    return mine.ok && mine.value
  })
  return delivery === null ? ok(null) : settle(actor, { mailId, attempt, delivery })
}

/** The outcome is known in this process only: a database that is away for a moment must not lose it. */
async function settle(actor: Actor, outcome: { mailId: string; attempt: number; delivery: Delivery }) {
  for (let pauseMs = 250; ; pauseMs *= 2) {
    const settled = await settleMail(actor, outcome)
    if (settled.ok || settled.refusal.code !== 'failed' || pauseMs > 8000) return settled
    await sleep(pauseMs)
  }
}
