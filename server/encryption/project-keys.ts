import { and, asc, eq, isNull } from 'drizzle-orm'
import { openpgpKeys } from '@/db/schema'
import { keyStanding } from '@/domain/encryption/key-standing'
import type { Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'

export type KeyRow = typeof openpgpKeys.$inferSelect

/** A key as the portal shows it. */
export interface OfferedKey {
  fingerprint: string
  userIds: string[]
  expiresAt: Instant | null
  /** Where it is downloaded, below the address of the desk. */
  href: string
}

/** The path at which a public key of a project is served. */
export const keyHref = (slug: string, fingerprint: string) => `/projects/${slug}/keys/${fingerprint}.asc`

/** Every key the project ever published, the oldest first: a message may be for one that is gone. */
export const knownKeys = ({ tx }: Pick<Context, 'tx'>, projectId: string): Promise<KeyRow[]> =>
  tx
    .select()
    .from(openpgpKeys)
    .where(eq(openpgpKeys.projectId, projectId))
    .orderBy(asc(openpgpKeys.addedAt), asc(openpgpKeys.id))

/** The keys the project publishes, expired ones among them. */
export const publishedKeys = ({ tx }: Pick<Context, 'tx'>, projectId: string): Promise<KeyRow[]> =>
  tx
    .select()
    .from(openpgpKeys)
    .where(and(eq(openpgpKeys.projectId, projectId), isNull(openpgpKeys.removedAt)))
    .orderBy(asc(openpgpKeys.addedAt), asc(openpgpKeys.id))

type Named = { id: string; slug: string }

/** Those of the published keys that may be offered now: never an expired one. */
export const offeredOf = (
  keys: readonly KeyRow[],
  { slug }: Pick<Named, 'slug'>,
  now: Instant,
): OfferedKey[] =>
  keys
    .filter((key) => keyStanding(key, now) === 'usable')
    .map(({ fingerprint, userIds, expiresAt }) => ({
      fingerprint,
      userIds,
      expiresAt,
      href: keyHref(slug, fingerprint),
    }))

/** The keys that may be offered now. */
export const offeredKeys = async (
  context: Pick<Context, 'tx' | 'now'>,
  project: Named,
): Promise<OfferedKey[]> => offeredOf(await publishedKeys(context, project.id), project, context.now)

/**
 * Where keys are found, for security.txt and the portal: those the desk offers. The address in the policy counts only while the desk
 * publishes no key, because nobody here can tell whether what stands there has expired.
 */
export function encryptionAddresses(
  published: readonly KeyRow[],
  project: Pick<Named, 'slug'>,
  { now, baseUrl, policyUrl }: { now: Instant; baseUrl: string; policyUrl: string | null },
): string[] {
  if (published.length === 0) return policyUrl === null ? [] : [policyUrl]
  return offeredOf(published, project, now).map(({ href }) => `${baseUrl}${href}`)
}
