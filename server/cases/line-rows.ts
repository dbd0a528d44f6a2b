import { asc, eq, sql } from 'drizzle-orm'
import { lineStatuses, releaseLines } from '@/db/schema'
import { statement } from '@/db/statement'
import type { LineStatus } from '@/domain/backports/line-status'
import type { Context } from '@/server/kernel/context'
import type { CaseVault } from '@/server/kernel/sealing'
import type { FoundCase } from './load-case'

type LineRow = typeof lineStatuses.$inferSelect
type LineWithRelease = { row: LineRow; line: typeof releaseLines.$inferSelect }

/** One row of the lines table as stored, and as rules read it. */
export interface StoredLine {
  row: LineRow
  fixUrl: string | null
  status: LineStatus
}

/** The case's rows, one per release line, in the order the lines were added. */
export async function linesOf(context: Context, found: FoundCase): Promise<StoredLine[]> {
  return readLines(found, await linesOfCase(context.tx).execute({ caseId: found.case.id }))
}

/** Rows of `linesOfCase`, as rules read them. */
export const readLines = (found: FoundCase, rows: readonly LineWithRelease[]): StoredLine[] =>
  rows.map(({ row, line }) => ({
    row,
    fixUrl: openLineText(found.vault, row, 'fixUrl'),
    status: {
      line,
      affectedness: row.affectedness,
      justification: row.justification,
      plan: row.plan,
      planReason: openLineText(found.vault, row, 'planReason'),
      work: row.work,
      introducedIn: row.introducedIn,
      release:
        row.releasedVersion && row.releasedAt
          ? { version: row.releasedVersion, releasedAt: row.releasedAt, url: row.releaseUrl ?? '' }
          : null,
      majorReason: openLineText(found.vault, row, 'majorReason'),
    },
  }))

export const linesOfCase = statement('lines_of_case', (tx) =>
  tx
    .select({ row: lineStatuses, line: releaseLines })
    .from(lineStatuses)
    .innerJoin(releaseLines, eq(lineStatuses.lineId, releaseLines.id))
    .where(eq(lineStatuses.caseId, sql.placeholder('caseId')))
    .orderBy(asc(releaseLines.supportedFrom), asc(releaseLines.name)),
)

type SealedColumn = 'fixUrl' | 'planReason' | 'majorReason'

const place = (rowId: string, column: SealedColumn) => ({ table: 'line_statuses', row: rowId, column })

const openLineText = (vault: CaseVault, row: LineRow, column: SealedColumn): string | null =>
  row[column] ? vault.open(place(row.id, column), row[column]) : null

/** Seals a text of a line row; null stays null. */
export const sealLineText = (vault: CaseVault, rowId: string, column: SealedColumn, text: string | null) =>
  text === null ? null : vault.seal(place(rowId, column), text)
