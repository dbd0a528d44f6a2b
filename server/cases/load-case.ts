import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import { advisories, cases, reports } from '@/db/schema'
import type { Subject } from '@/domain/access/actor'
import { cleanText } from '@/lib/text'
import type { Context } from '@/server/kernel/context'
import type { CaseVault } from '@/server/kernel/sealing'
import { vault } from '@/server/kernel/vault'
import { casesInScope } from './scope'

export type CaseRow = typeof cases.$inferSelect

/** A case as an operation finds it: its row, what permission depends on, and the vault its texts are sealed in. */
export interface FoundCase {
  case: CaseRow
  subject: Extract<Subject, { kind: 'case' }>
  vault: CaseVault
}

/** A case is named by its id or by its reference; both are accepted everywhere. */
export const caseName = z
  .string()
  .transform(cleanText)
  .pipe(z.string().trim().min(1, 'Name the case.').max(64, 'That is no case.'))

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The case, if it exists for this actor. Changes lock its row, so that two of them never interleave. */
export async function loadCase(
  context: Context,
  name: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundCase | null> {
  const named = uuid.test(name) ? eq(cases.id, name) : eq(cases.reference, name.toUpperCase())
  const select = context.tx
    .select({
      case: getTableColumns(cases),
      advisoryEditorId: advisories.editedBy,
      reportIds: sql<
        string[]
      >`coalesce((select json_agg(${reports.id}) from ${reports} where ${reports.caseId} = ${cases.id}), '[]'::json)`,
    })
    .from(cases)
    .leftJoin(advisories, eq(advisories.caseId, cases.id))
    .where(and(named, casesInScope(context.actor)))
  const [row] = lock ? await select.for('update', { of: cases }) : await select
  if (!row) return null
  return {
    case: row.case,
    subject: {
      kind: 'case',
      projectId: row.case.projectId,
      caseId: row.case.id,
      isRestricted: row.case.isRestricted,
      reportIds: row.reportIds,
      handlerId: row.case.handlerId,
      advisoryEditorId: row.advisoryEditorId,
    },
    vault: vault().openCaseKey(row.case.id, row.case.wrappedKey),
  }
}
