import { sql, type SQL } from 'drizzle-orm'
import type PgBoss from 'pg-boss'
import type { Database, Tx } from '@/db/connection'

/** pg-boss over the transaction given: what it writes is committed or rolled back with everything else. */
export const bossOverTransaction = (tx: Tx): PgBoss.Db => ({
  executeSql: async (text, values = []) => {
    if (values.length > 0) return tx.execute(withParameters(text, values))
    let answer: { rows: unknown[] } = { rows: [] }
    for (const statement of statementsOf(text)) answer = await tx.execute(sql.raw(statement))
    return answer
  },
})

/** pg-boss over the kernel's database, on either engine. Never to be used inside a transaction. */
export const bossOverDatabase = (database: Database): PgBoss.Db => ({
  executeSql: (text, values = []) =>
    values.length > 0
      ? database.db.execute(withParameters(text, values))
      : database.transaction((tx) => bossOverTransaction(tx).executeSql(text, [])),
})

/** Text with `$1`, `$2` … as a statement of drizzle; a number that occurs twice is passed twice. */
function withParameters(text: string, values: readonly unknown[]): SQL {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, index) =>
      index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1] ?? null)}`,
    ),
  )
}

/**
 * The statements of a script, one by one and without its own BEGIN and COMMIT: they run in our transaction,
 * so that a failing script leaves no session behind in an aborted one. Semicolons in `$$ … $$` separate nothing.
 */
const statementsOf = (script: string): string[] =>
  (script.match(/(?:\$\$[\s\S]*?\$\$|[^;])+/g) ?? [])
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '' && !/^(begin|commit)$/i.test(statement))
