import { eq, sql } from 'drizzle-orm'
import { casePaces } from '@/db/schema'
import { statement } from '@/db/statement'
import type { PaceAnswers } from '@/domain/severity/ssvc'
import type { Context } from '@/server/kernel/context'
import type { FoundCase } from './load-case'

export type PaceRow = typeof casePaces.$inferSelect

/** Where the answers about the pace are sealed. */
export const pacePlace = (caseId: string) => ({ table: 'case_paces', row: caseId, column: 'answers' })

/** The answers to the questions about the pace; undefined: nobody gave any. */
export async function paceOf({ tx }: Context, caseId: string): Promise<PaceRow | undefined> {
  const [row] = await paceOfCase(tx).execute({ caseId })
  return row
}

export const paceOfCase = statement('pace_of_case', (tx) =>
  tx
    .select()
    .from(casePaces)
    .where(eq(casePaces.caseId, sql.placeholder('caseId'))),
)

/** The answers, opened. Throws SealBroken. */
export const openPace = ({ vault }: Pick<FoundCase, 'vault'>, row: PaceRow): PaceAnswers =>
  JSON.parse(vault.open(pacePlace(row.caseId), row.answers)) as PaceAnswers
