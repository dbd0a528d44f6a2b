import { asc } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { signedOf, standingOf } from '@/server/encryption/signed-security-txt'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName, type ProjectRow } from '@/server/projects/load-project'
import { deskTxtOf, securityTxtOf, type ServedText } from './security-txt-of'

/** The security.txt of one project: its report form first, then its mail addresses. */
export const projectSecurityTxt = query({
  name: 'projects.securityTxt',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: (context, _input, { project }) => signedOrNot(context, project),
})

/** The security.txt of this desk: that of its only project, or the page where all projects are found. */
export const deskSecurityTxt = query({
  name: 'projects.deskSecurityTxt',
  input: z.object({}),
  may: 'browse_projects',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async (context) => {
    const all = await context.tx.select().from(projects).orderBy(asc(projects.name))
    const [only, another] = all
    return only && !another ? signedOrNot(context, only) : deskTxtOf(context, all)
  },
})

/** What a lead signed, while it says what the policy says; else the text itself. */
async function signedOrNot(context: Context, project: ProjectRow): Promise<ServedText> {
  const current = await securityTxtOf(context, project)
  const signed = await signedOf(context, project.id)
  if (signed === null || !(await standingOf(context, signed, current.text)).ok) return current
  return { text: signed.text, changedAt: signed.addedAt }
}
