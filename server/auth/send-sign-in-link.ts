import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { people, verificationTokens } from '@/db/schema'
import { mailAddress } from '@/domain/people/mail-address'
import type { Subject } from '@/domain/access/actor'
import { command } from '@/server/kernel/command'
import { environment } from '@/server/kernel/environment'
import { sendMail } from '@/server/mail/send-mail'
import { signInMail } from '@/server/people/mail-texts'
import { consolePath } from './console-path'
import { signInLinkMaxAgeSeconds, signInTokenHash } from './sign-in-link'

/**
 * Mails a link that signs in, if the address belongs to an account; says nothing either way. The link opens a page with a
 * button, because mail scanners open links too and it works only once.
 */
export const sendSignInLink = command({
  name: 'people.sendSignInLink',
  input: z.object({ address: mailAddress, to: z.string().optional() }),
  may: 'come_in',
  load: async () => ({ subject: { kind: 'instance' } satisfies Subject }),
  run: async (context, { address, to }) => {
    const { tx } = context
    const [person] = await tx
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.email, address), isNull(people.removedAt)))
    if (!person) return null
    const token = randomBytes(32).toString('base64url')
    await tx.insert(verificationTokens).values({
      identifier: address,
      token: signInTokenHash(token),
      expires: new Date(Date.now() + signInLinkMaxAgeSeconds * 1000),
    })
    const search = new URLSearchParams({ address, token, to: consolePath(to) })
    const link = `${environment().BASE_URL}/sign-in/link?${search}`
    await sendMail(context, {
      occasion: `sign-in:${signInTokenHash(token)}`,
      recipient: { name: person.name, address },
      ...signInMail(link, signInLinkMaxAgeSeconds / 60),
    })
    return null
  },
})
