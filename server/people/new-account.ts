import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema'
import { checkPassword } from '@/domain/people/password'
import { isTimeZone } from '@/domain/clocks/offset-periods'
import { shortText } from '@/lib/text'
import { hashPassword } from '@/server/auth/password-hash'
import type { Context } from '@/server/kernel/context'
import { invalid } from '@/server/kernel/problem'

export const personName = shortText(100, 'Write the name your team knows you by.')
export const timeZone = z
  .string({ error: 'Pick a time zone.' })
  .refine(isTimeZone, 'Pick a time zone from the list.')

/** A new password as it is stored. Throws invalid on the field `field` when it is too weak. */
export async function newPasswordHash(
  password: string,
  address: string,
  field = 'password',
): Promise<string> {
  const checked = checkPassword(password, address)
  if (!checked.ok) throw invalid({ [field]: [checked.refusal.reason] })
  return hashPassword(password)
}

/**
 * Makes an account, or gives one back to a removed person when `mayReturn` (the invitation was made out to that address).
 * Throws invalid when the address has an account.
 */
export async function createAccount(
  { tx, now }: Context,
  account: { name: string; address: string; password: string; timeZone: string },
  { mayReturn = false }: { mayReturn?: boolean } = {},
): Promise<string> {
  const passwordHash = await newPasswordHash(account.password, account.address)
  const facts = { name: account.name, passwordHash, timeZone: account.timeZone }
  const [made] = await tx
    .insert(people)
    .values({ ...facts, email: account.address, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: people.id })
  if (made) return made.id
  const [known] = await tx.select().from(people).where(eq(people.email, account.address)).for('update')
  if (!known?.removedAt)
    throw invalid({
      address: ['This address has an account already. Sign in with it, then open the invitation again.'],
    })
  if (!mayReturn)
    throw invalid({
      address: [
        'This address belonged to somebody who was removed. Ask for an invitation made out to it, or use another.',
      ],
    })
  await tx
    .update(people)
    .set({ ...facts, removedAt: null })
    .where(eq(people.id, known.id))
  return known.id
}
