import { desc, and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { publications } from '@/db/schema'
import { statement } from '@/db/statement'
import { acknowledgements, type CreditedAdvisory } from '@/domain/advisories/acknowledgements'
import type { PublicDocument } from '@/domain/advisories/public-document'
import { latest } from '@/lib/instant'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName } from '@/server/projects/load-project'

/** More advisories than any known project has announced; beyond it the page says that it is not complete. */
const mostAdvisories = 2_000

/**
 * Whom a project thanks, read from its announced advisories as they stand now: so consent, corrections and withdrawals are those
 * everybody can read there, and what is not announced does not exist here.
 */
export const publicAcknowledgements = query({
  name: 'advisories.publicAcknowledgements',
  input: z.object({ project: projectName }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async ({ tx }, _input, { project }) => {
    const rows = await creditedDocuments(tx).execute({ projectId: project.id })
    const listed = rows.slice(0, mostAdvisories)
    return {
      project: { name: project.name, slug: project.slug },
      /** When one of the advisories last changed; since when the project is here if there is none. */
      updatedAt: latest(rows.map(({ updatedAt }) => updatedAt)) ?? project.createdAt,
      /** Whether every advisory of the project is counted. */
      isComplete: rows.length === listed.length,
      years: acknowledgements(listed.filter(({ status }) => status === 'announced')),
    }
  },
})

const part = <Value>(name: keyof PublicDocument) =>
  sql<Value>`${publications.document} ->> ${sql.raw(`'${name}'`)}`

const creditedDocuments = statement('credited_documents_of_project', (tx) =>
  tx
    .select({
      id: publications.publicId,
      title: part<string>('title'),
      status: part<PublicDocument['status']>('status'),
      publishedAt: part<PublicDocument['publishedAt']>('publishedAt'),
      credits: sql<CreditedAdvisory['credits']>`${publications.document} -> 'credits'`,
      updatedAt: publications.publishedAt,
    })
    .from(publications)
    .where(and(eq(publications.projectId, sql.placeholder('projectId')), sql`${publications.isLatest}`))
    .orderBy(desc(publications.publishedAt), desc(publications.id))
    .limit(mostAdvisories + 1),
)
