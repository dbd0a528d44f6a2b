import { Column, getTableColumns, is, SQL, sql, Table, type SQLWrapper } from 'drizzle-orm'
import type { Tx } from './connection'
import { statement } from './statement'

/** A `statement` that selects rows. */
type Selecting<Row> = { build(tx: Tx): SQLWrapper & { _: { readonly result: Row[] } } }
type RowOf<S> = S extends Selecting<infer Row> ? Row : never

/**
 * Several selections in one statement: each is given as its list of rows, in its own order. What a statement costs on its way to the
 * database and back is paid once, and how its columns are read is found out once instead of for each row. What was joined and not found is null. `name` is unique among the
 * statements; a value named alike in two selections is the same. Not for columns of `bigint` beyond 2^53: the rows travel as JSON.
 */
export function together<Selections extends Record<string, Selecting<unknown>>>(
  name: string,
  selections: Selections,
): (
  tx: Tx,
  values: Record<string, unknown>,
) => Promise<{ [Key in keyof Selections]: RowOf<Selections[Key]>[] }> {
  const statementOf = statement(name, (tx) =>
    tx
      .select(
        Object.fromEntries(Object.entries(selections).map(([key, { build }]) => [key, listOf(build(tx))])),
      )
      .from(sql`(select) as one`),
  )
  return async (tx, values) => {
    const [row] = await statementOf(tx).execute(values)
    return row as never
  }
}

/** A selection as one value: its rows as arrays of their columns. */
function listOf(selection: SQLWrapper & { _: object }): SQL<unknown[]> {
  const { columns, read } = shapeOf((selection._ as { selectedFields: Fields }).selectedFields)
  const names = sql.join(
    Array.from({ length: columns }, (_, index) => sql.identifier(`c${index}`)),
    sql`, `,
  )
  const list = sql`(select coalesce(json_agg(json_build_array(${names})), '[]'::json) from ${selection} as listed (${names}))`
  return list.mapWith((rows: unknown[][]) => rows.map(read))
}

type Value = Column | SQL | SQL.Aliased
interface Fields {
  [name: string]: Value | Table | Fields
}
interface Shape {
  columns: number
  /** The row of its columns' values, which stand in the order in which drizzle selects them. */
  read(values: readonly unknown[]): Record<string, unknown>
}

function shapeOf(fields: Fields, first = 0): Shape {
  let next = first
  const parts = Object.entries(fields).map(
    ([name, field]): [string, (values: readonly unknown[]) => unknown] => {
      const at = next
      if (isValue(field)) {
        next += 1
        const decode = decoderOf(field)
        return [name, (values) => (values[at] === null ? null : decode(values[at]))]
      }
      const part = shapeOf(is(field, Table) ? getTableColumns(field) : field, at)
      next += part.columns
      const isFound = (values: readonly unknown[]) =>
        values.slice(at, at + part.columns).some((value) => value !== null)
      return [name, (values) => (isFound(values) ? part.read(values) : null)]
    },
  )
  return {
    columns: next - first,
    read: (values) => {
      const row: Record<string, unknown> = {}
      for (const [name, read] of parts) row[name] = read(values)
      return row
    },
  }
}

const isValue = (field: Fields[string]): field is Value =>
  is(field, Column) || is(field, SQL) || is(field, SQL.Aliased)

/** How a column is read; of an expression, as `mapWith` said. */
function decoderOf(field: Value): (value: unknown) => unknown {
  if (is(field, Column)) return (value) => field.mapFromDriverValue(value)
  const { decoder } = (is(field, SQL.Aliased) ? field.sql : field) as unknown as {
    decoder: { mapFromDriverValue(value: unknown): unknown }
  }
  return (value) => decoder.mapFromDriverValue(value)
}
