import { asc } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { securityTxt } from '@/domain/policies/security-txt'
import type { PolicyTerms } from '@/domain/policies/terms'
import { dayMs, latest, plusMs, toInstant, type Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { query } from '@/server/kernel/query'
import { policyInForce } from '@/server/policies/policy-in-force'
import { loadPublicProject, projectName, type ProjectRow } from '@/server/projects/load-project'

/** The text, and since when it is as it is. */
export interface ServedText {
  text: string
  changedAt: Instant
}

const validDays = 180

/** The security.txt of one project: its report form first, then its mail addresses. */
export const projectSecurityTxt = query({
  name: 'projects.securityTxt',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: (context, _input, { project }) => textOf(context, [project], `/projects/${project.slug}/security.txt`),
})

/** The security.txt of this desk: that of its only project, or the page where all projects are found. */
export const deskSecurityTxt = query({
  name: 'projects.deskSecurityTxt',
  input: z.object({}),
  may: 'browse_projects',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async (context) =>
    textOf(
      context,
      await context.tx.select().from(projects).orderBy(asc(projects.name)),
      '/.well-known/security.txt',
    ),
})

async function textOf(context: Context, found: ProjectRow[], path: string): Promise<ServedText> {
  const base = environment().BASE_URL
  const policies = await Promise.all(found.map((project) => policyInForce(context, project.id)))
  const only = found.length === 1 ? found[0] : undefined
  const page = only ? `${base}/projects/${only.slug}` : base
  // Whole days only: the file stays the same, and so does its ETag, until midnight.
  const today = toInstant(`${context.now.slice(0, 10)}T00:00:00Z`)
  return {
    text: securityTxt({
      contacts: [only ? `${page}/report` : `${base}/`, ...mailsOf(only ? policies : [])],
      expires: plusMs(today, validDays * dayMs),
      encryption: only ? policies.flatMap(({ terms }) => terms.channels.encryptionKeyUrl ?? []) : [],
      policies: found.map((project) => `${base}/projects/${project.slug}`),
      canonical: `${base}${path}`,
      languages: ['en'],
    }),
    changedAt: latest([today, ...policies.map(({ inForceFrom }) => inForceFrom)]) ?? today,
  }
}

const mailsOf = (policies: { terms: PolicyTerms }[]) =>
  policies.flatMap(({ terms }) => terms.channels.mail.map((address) => `mailto:${address}`))
