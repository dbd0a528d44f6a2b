import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgInsertBase, PgQueryResultHKT, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './connection'
import { statement } from './statement'

type Prepared<Output> = { execute(values: Record<string, unknown>): Promise<Output> }
type Insert<Table extends PgTable> = PgInsertBase<Table, PgQueryResultHKT>

/**
 * An insertion of one row whose text is built once, as that of a `statement`. `finish` adds what follows the values; a column that
 * is left out of the row gets its default. `name` is unique among the statements.
 */
export function insertion<Table extends PgTable, Output = unknown>(
  name: string,
  table: Table,
  finish?: (insert: Insert<Table>) => { prepare(name: string): Prepared<Output> },
): (tx: Tx, row: Table['$inferInsert']) => Promise<Output> {
  // The few places that write to a table name different columns of it.
  const variants = new Map<string, (tx: Tx) => Prepared<Output>>()
  const variantOf = (columns: readonly string[]) => {
    const key = columns.join()
    const known = variants.get(key)
    if (known) return known
    const built = statement(`${name}_${variants.size}`, (tx) => {
      const insert = tx.insert(table).values(placeholders(columns)) as unknown as Insert<Table>
      return (finish?.(insert) ?? insert) as { prepare(name: string): Prepared<Output> }
    })
    variants.set(key, built)
    return built
  }
  return (tx, row) => {
    const given = Object.entries(row).filter(([, value]) => value !== undefined)
    const statementOf = variantOf(given.map(([column]) => column))
    return statementOf(tx).execute(asDriven(table, given))
  }
}

const placeholders = (columns: readonly string[]) =>
  Object.fromEntries(
    columns.map((column): [string, SQL] => [column, sql`${sql.placeholder(column)}`]),
  ) as never

/** The values as the driver takes them; a placeholder of drizzle's own would encode null as well. */
function asDriven(table: PgTable, row: readonly [string, unknown][]): Record<string, unknown> {
  const columns = getTableColumns(table)
  return Object.fromEntries(
    row.map(([name, value]) => [name, value === null ? null : columns[name]?.mapToDriverValue(value)]),
  )
}
