import { asc, eq, sql } from 'drizzle-orm'
import { releaseEvidence } from '@/db/schema'
import { statement } from '@/db/statement'
import type { RegistryAnswer } from '@/domain/backports/release-evidence'

export type EvidenceRow = typeof releaseEvidence.$inferSelect

/** What registries last said of the releases of a case. */
export const evidenceOfCase = statement('evidence_of_case', (tx) =>
  tx
    .select()
    .from(releaseEvidence)
    .where(eq(releaseEvidence.caseId, sql.placeholder('caseId')))
    .orderBy(asc(releaseEvidence.package)),
)

/** A row as the rules read it. */
export const answerOf = ({ state, publishedAt, integrity, deprecated }: EvidenceRow): RegistryAnswer =>
  state === 'published' ? { state, publishedAt, integrity, deprecated } : { state }
