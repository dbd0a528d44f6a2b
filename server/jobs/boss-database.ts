import { sql } from 'drizzle-orm'
import type { PreparedQueryConfig } from 'drizzle-orm/pg-core'
import type PgBoss from 'pg-boss'
import type { Database, Tx } from '@/db/connection'

/** pg-boss over the transaction given: what it writes is committed or rolled back with everything else. */
export const bossOverTransaction = (tx: Tx): PgBoss.Db => ({
  executeSql: async (text, values = []) => {
    if (values.length > 0) return asked(tx, text, values)
    let answer: { rows: unknown[] } = { rows: [] }
    for (const statement of statementsOf(text)) answer = await tx.execute(sql.raw(statement))
    return answer
  },
})

/** pg-boss over the kernel's database, on either engine. Never to be used inside a transaction. */
export const bossOverDatabase = (database: Database): PgBoss.Db => ({
  executeSql: (text, values = []) =>
    values.length > 0
      ? asked(database.db, text, values)
      : database.transaction((tx) => bossOverTransaction(tx).executeSql(text, [])),
})

/** A statement with `$1`, `$2` … as it stands. */
const asked = (tx: Tx, text: string, values: readonly unknown[]) =>
  tx._.session.prepareQuery<Rows>({ sql: text, params: [...values] }, undefined, undefined, false).execute()

type Rows = PreparedQueryConfig & { execute: { rows: unknown[] } }

/**
 * The statements of a script, one by one and without its own BEGIN and COMMIT: they run in our transaction,
 * so that a failing script leaves no session behind in an aborted one. Semicolons in `$$ … $$` separate nothing.
 */
const statementsOf = (script: string): string[] =>
  (script.match(/(?:\$\$[\s\S]*?\$\$|[^;])+/g) ?? [])
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '' && !/^(begin|commit)$/i.test(statement))
