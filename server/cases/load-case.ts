import { and, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { advisories, cases, reports } from '@/db/schema'
import type { Tx } from '@/db/connection'
import { shapedStatement } from '@/db/shaped-statement'
import type { Subject } from '@/domain/access/actor'
import { cleanText } from '@/lib/text'
import type { Context } from '@/server/kernel/context'
import type { CaseVault } from '@/server/kernel/sealing'
import { vault } from '@/server/kernel/vault'
import { casesInScope, scopeShape } from './scope'

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

const selected = (tx: Tx, where: SQL | undefined) =>
  tx
    .select({
      case: getTableColumns(cases),
      advisoryEditorId: advisories.editedBy,
      reportIds: sql<
        string[]
      >`coalesce((select json_agg(${reports.id}) from ${reports} where ${reports.caseId} = ${cases.id}), '[]'::json)`,
    })
    .from(cases)
    .leftJoin(advisories, eq(advisories.caseId, cases.id))
    .where(where)
// Every operation on a case begins with one of these.
const foundCase = shapedStatement('found_case', selected)
const lockedCase = shapedStatement('locked_case', (tx, where: SQL | undefined) =>
  selected(tx, where).for('update', { of: cases }),
)

/** The case, if it exists for this actor. Changes lock its row, so that two of them never interleave. */
export async function loadCase(
  context: Context,
  name: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundCase | null> {
  const isId = uuid.test(name)
  const find = lock ? lockedCase : foundCase
  const [row] = await find(context.tx, [scopeShape(context.actor), isId].join(), (put) =>
    and(
      isId ? eq(cases.id, put('id', name)) : eq(cases.reference, put('reference', name.toUpperCase())),
      casesInScope(context.actor, put),
    ),
  )
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
