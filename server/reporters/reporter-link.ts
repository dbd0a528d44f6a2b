import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { reporterLinks } from '@/db/schema'
import { hourMs, plusMs } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { refused } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'

type LinkRow = typeof reporterLinks.$inferSelect
type Purpose = LinkRow['purpose']

/** How long a mailed link works. */
export const linkHours = 2

const paths: Record<Purpose, string> = { my_reports: 'my-reports', new_receipt: 'new-receipt' }

const hashOf = (token: string): string => vault().keyedHash('reporter-link', token)

/** Makes a link that works once; its secret is in the mail alone. */
export async function newReporterLink(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  link: Pick<LinkRow, 'purpose' | 'addressHash' | 'reportId'>,
): Promise<{ url: string; tokenHash: string }> {
  const token = randomBytes(32).toString('base64url')
  const tokenHash = hashOf(token)
  await tx
    .insert(reporterLinks)
    .values({ ...link, tokenHash, createdAt: now, expiresAt: plusMs(now, linkHours * hourMs) })
  return { url: `${environment().BASE_URL}/${paths[link.purpose]}/${token}`, tokenHash }
}

/** Uses a link up; of two that use it at once one is refused. */
export async function takeReporterLink(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  purpose: Purpose,
  token: string,
): Promise<LinkRow> {
  const [taken] = await tx
    .update(reporterLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(reporterLinks.tokenHash, hashOf(token)),
        eq(reporterLinks.purpose, purpose),
        isNull(reporterLinks.usedAt),
        gt(reporterLinks.expiresAt, now),
      ),
    )
    .returning()
  if (!taken)
    throw refused(`This link was used already, or is older than ${linkHours} hours. Ask for a new one.`)
  return taken
}
