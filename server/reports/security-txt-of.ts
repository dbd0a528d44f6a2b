import { ne } from 'drizzle-orm'
import { projects } from '@/db/schema'
import { securityTxt } from '@/domain/policies/security-txt'
import { dayMs, latest, plusMs, toInstant, type Instant } from '@/lib/instant'
import { encryptionAddresses, publishedKeys } from '@/server/encryption/project-keys'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { policyInForce } from '@/server/policies/policy-in-force'
import type { ProjectRow } from '@/server/projects/load-project'

/** The text, and since when it is as it is. */
export interface ServedText {
  text: string
  changedAt: Instant
}

const validDays = 180

/** Whole days only: the file stays the same, and so does its ETag, until midnight. */
const startOfDay = (now: Instant) => toInstant(`${now.slice(0, 10)}T00:00:00Z`)

/**
 * The security.txt of one project, unsigned. The only project of a desk is found at two addresses, and the text names both,
 * so that one signature holds for both.
 */
export async function securityTxtOf(context: Context, project: ProjectRow): Promise<ServedText> {
  const base = environment().BASE_URL
  const { terms, inForceFrom } = await policyInForce(context, project.id)
  const [other] = await context.tx
    .select({ id: projects.id })
    .from(projects)
    .where(ne(projects.id, project.id))
    .limit(1)
  const own = `${base}/projects/${project.slug}`
  const { mail, encryptionKeyUrl } = terms.channels
  const keys = await publishedKeys(context, project.id)
  const today = startOfDay(context.now)
  return {
    text: securityTxt({
      contacts: [`${own}/report`, ...mail.map((address) => `mailto:${address}`)],
      expires: plusMs(today, validDays * dayMs),
      encryption: encryptionAddresses(keys, project, {
        now: context.now,
        baseUrl: base,
        policyUrl: encryptionKeyUrl,
      }),
      acknowledgments: [`${own}/acknowledgements`],
      policies: [own],
      canonical: [...(other ? [] : [`${base}/.well-known/security.txt`]), `${own}/security.txt`],
      languages: ['en'],
    }),
    changedAt: latest([today, inForceFrom, ...keys.map(({ addedAt }) => addedAt)]) ?? today,
  }
}

/** The security.txt of a desk with several projects, or none: the page where all are found. */
export function deskTxtOf({ now }: Context, all: readonly ProjectRow[]): ServedText {
  const base = environment().BASE_URL
  const today = startOfDay(now)
  return {
    text: securityTxt({
      contacts: [`${base}/`],
      expires: plusMs(today, validDays * dayMs),
      encryption: [],
      acknowledgments: all.map((project) => `${base}/projects/${project.slug}/acknowledgements`),
      policies: all.map((project) => `${base}/projects/${project.slug}`),
      canonical: [`${base}/.well-known/security.txt`],
      languages: ['en'],
    }),
    changedAt: today,
  }
}
