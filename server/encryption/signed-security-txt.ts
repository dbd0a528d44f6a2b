import { eq } from 'drizzle-orm'
import { projects, signedSecurityTxts } from '@/db/schema'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'
import { keyStanding } from '@/domain/encryption/key-standing'
import { sameSecurityTxt } from '@/domain/policies/same-security-txt'
import type { Instant } from '@/lib/instant'
import { ok, type Result } from '@/lib/result'
import type { Context } from '@/server/kernel/context'
import type { ProjectRow } from '@/server/projects/load-project'
import { securityTxtOf } from '@/server/reports/security-txt-of'
import { publishedKeys } from './project-keys'

export type SignedRow = typeof signedSecurityTxts.$inferSelect

/** The security.txt that a lead of the project signed; null: none. */
export async function signedOf({ tx }: Pick<Context, 'tx'>, projectId: string): Promise<SignedRow | null> {
  const [row] = await tx.select().from(signedSecurityTxts).where(eq(signedSecurityTxts.projectId, projectId))
  return row ?? null
}

/** The words that a clear-signed message signs; null: it is no such message. */
export async function signedWords(text: string): Promise<string | null> {
  const { readCleartextMessage } = await import('openpgp')
  try {
    return (await readCleartextMessage({ cleartextMessage: text })).getText()
  } catch {
    return null
  }
}

/**
 * Whether the signed text may be served in the place of the current one: it says the same, has not expired, and the key it was
 * signed with is still published. The signature itself was verified when the text was stored.
 */
export async function standingOf(
  context: Pick<Context, 'tx' | 'now'>,
  signed: Pick<SignedRow, 'text' | 'fingerprint' | 'projectId'>,
  current: string,
): Promise<Result<{ expiresAt: Instant }, Refusal>> {
  const words = await signedWords(signed.text)
  if (words === null) return refuseBecause('damaged', 'The signed security.txt cannot be read.')
  const keys = await publishedKeys(context, signed.projectId)
  const isPublished = keys.some(
    (key) => key.fingerprint === signed.fingerprint && keyStanding(key, context.now) === 'usable',
  )
  if (!isPublished)
    return refuseBecause(
      'key',
      'The key that signed the security.txt is not published any more, or has expired.',
    )
  const same = sameSecurityTxt(words, current, context.now)
  return same.ok ? ok(same.value) : same
}

/** Every signed text with whether it is served: until when, or why not any more. */
export async function signedStandings(
  context: Context,
): Promise<{ project: ProjectRow; signed: SignedRow; standing: Result<{ expiresAt: Instant }, Refusal> }[]> {
  const rows = await context.tx
    .select({ project: projects, signed: signedSecurityTxts })
    .from(signedSecurityTxts)
    .innerJoin(projects, eq(projects.id, signedSecurityTxts.projectId))
  const found = []
  for (const { project, signed } of rows) {
    const standing = await standingOf(context, signed, (await securityTxtOf(context, project)).text)
    found.push({ project, signed, standing })
  }
  return found
}
