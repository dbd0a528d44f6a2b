import { z } from 'zod'
import { nextTry } from '@/domain/mail/next-try'
import { cancelTimer, enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import type { Delivery } from './delivery'
import { attemptName, loadMail, type FoundMail } from './load-mail'
import { moveMail } from './move-mail'
import { recoverKey, sendKey } from './timer-keys'

const delivery = z.custom<Delivery>((value) => typeof value === 'object' && value !== null && 'kind' in value)

/** Records how an attempt ended. An attempt that was overtaken records only that the server did take the mail. */
export const settleMail = command({
  name: 'mail.settle',
  input: attemptName.extend({ delivery }),
  may: 'send_mail',
  load: loadMail,
  run: async (context, { mailId, attempt, delivery }, { mail }) => {
    if (delivery.kind === 'accepted') await markSent(context, mailId, attempt)
    else await markUnsent(context, { ...mail, attempts: attempt }, delivery)
  },
})

/** Late news of a success still counts: it keeps the mail from being sent once more. */
async function markSent(context: Context, id: string, attempts: number): Promise<void> {
  const states = ['sending', 'handing_over', 'failed', 'queued'] as const
  const isMine = await moveMail(
    context,
    { id, attempts, states },
    { state: 'sent', sentAt: context.now, lastError: null },
  )
  if (!isMine) return
  await cancelTimer(context, recoverKey(id))
  await cancelTimer(context, sendKey(id))
}

async function markUnsent(
  context: Context,
  mail: FoundMail['mail'],
  delivery: Exclude<Delivery, { kind: 'accepted' }>,
): Promise<void> {
  const again = delivery.kind === 'deferred' ? nextTry(mail, context.now) : null
  const isMine = await moveMail(
    context,
    { id: mail.id, attempts: mail.attempts, states: ['sending', 'handing_over'] },
    { state: again === null ? 'failed' : 'queued', lastError: delivery.reason },
  )
  if (!isMine) return
  await cancelTimer(context, recoverKey(mail.id))
  if (again !== null)
    await enqueue(context, 'mail.send', { mailId: mail.id }, { runAt: again, key: sendKey(mail.id) })
}
