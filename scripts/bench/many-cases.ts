import { asc, desc, eq } from 'drizzle-orm'
import type { Database } from '@/db/connection'
import { people, policyVersions, projects, releaseLines } from '@/db/schema'
import type { Instant } from '@/lib/instant'
import { bulkInsert, type Row } from './bulk-insert'
import { caseRows, type Home } from './case-rows'

const batchSize = 500

/** In the order in which they refer to each other. */
const tables = [
  'cases',
  'reports',
  'case_words',
  'messages',
  'line_statuses',
  'severity_assessments',
  'advisories',
  'publications',
  'event_chains',
  'events',
] as const
export type Table = (typeof tables)[number]

/**
 * Adds `count` cases to the desk's projects in turn, as commands would have left them: with their own keys, sealed texts, lines,
 * severity, advisory and chain of events. Nothing is overdue, so that no job disturbs what is measured.
 */
export async function addManyCases(database: Database, count: number, present: Instant): Promise<void> {
  const homes = await homesOf(database)
  for (let begin = 0; begin < count; begin += batchSize) {
    const rows = new Map<Table, Row[]>(tables.map((table) => [table, []]))
    for (let n = begin; n < Math.min(begin + batchSize, count); n++)
      for (const [table, row] of caseRows(homes[n % homes.length]!, n, present)) rows.get(table)?.push(row)
    await database.transaction(async (tx) => {
      for (const table of tables) await bulkInsert(tx, table, rows.get(table) ?? [])
    })
  }
}

async function homesOf({ db }: Database): Promise<Home[]> {
  const [handler] = await db.select().from(people).where(eq(people.email, 'aisha@example.org'))
  if (!handler) throw new Error('Found the desk first.')
  const all = await db.select().from(projects).orderBy(asc(projects.slug))
  return Promise.all(
    all.map(async (project): Promise<Home> => {
      const [policy] = await db
        .select({ id: policyVersions.id })
        .from(policyVersions)
        .where(eq(policyVersions.projectId, project.id))
        .orderBy(desc(policyVersions.version))
        .limit(1)
      const lines = await db.select().from(releaseLines).where(eq(releaseLines.projectId, project.id))
      return { project, policyVersionId: policy?.id ?? '', lines, handler }
    }),
  )
}
