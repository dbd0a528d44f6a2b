import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/connection'
import { advisories, cases, publications } from '@/db/schema'
import { statement } from '@/db/statement'
import type { AffectedLine } from '@/domain/advisories/affected-ranges'
import { timeToFix } from '@/domain/advisories/time-to-fix'
import type { Instant } from '@/lib/instant'

/**
 * How long each fix of the project took, in milliseconds: over at most so many advisories announced since then, the latest
 * changed first. Withdrawn ones were no vulnerability and do not count.
 */
export async function timesToFix(
  tx: Tx,
  { projectId, since, most }: { projectId: string; since: Instant; most: number },
): Promise<number[]> {
  const rows = await announcedFixes(tx).execute({ projectId, since, most })
  return rows.flatMap((row) => timeToFix(row) ?? [])
}

const first = alias(publications, 'first')
const affectedOf = (document: AnyPgColumn) => sql<AffectedLine[]>`${document} -> 'affected'`

// A revision comes after the announcement, so the standing one's instant bounds what is read, by its index.
const announcedFixes = statement('announced_fixes_of_project', (tx) =>
  tx
    .select({
      receivedAt: cases.receivedAt,
      announced: affectedOf(first.document),
      standing: affectedOf(publications.document),
    })
    .from(publications)
    .innerJoin(first, and(eq(first.advisoryId, publications.advisoryId), eq(first.revision, 1)))
    .innerJoin(advisories, eq(advisories.id, publications.advisoryId))
    .innerJoin(cases, eq(cases.id, advisories.caseId))
    .where(
      and(
        eq(publications.projectId, sql.placeholder('projectId')),
        sql`${publications.isLatest}`,
        gte(publications.publishedAt, sql.placeholder('since')),
        gte(first.publishedAt, sql.placeholder('since')),
        sql`${publications.document} ->> 'status' = 'announced'`,
      ),
    )
    .orderBy(desc(publications.publishedAt))
    .limit(sql.placeholder('most')),
)
