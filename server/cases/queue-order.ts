import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema'
import { dueOrNever, severityRank } from '@/db/schema/cases'
import type { Put } from '@/db/statement'
import type { QueueSort } from '@/domain/cases/queue-filters'
import { ratings } from '@/domain/severity/rating'
import { invalid } from '@/server/kernel/problem'

type Place = Pick<typeof cases.$inferSelect, 'id' | 'nextDueAt' | 'receivedAt' | 'changedAt' | 'rating'>
type Column = { by: SQL; type: 'timestamptz' | 'integer' | 'uuid'; of(row: Place): string | number }

const due: Column = {
  by: dueOrNever(cases.nextDueAt),
  type: 'timestamptz',
  of: (row) => row.nextDueAt ?? 'infinity',
}
const id: Column = { by: sql`${cases.id}`, type: 'uuid', of: (row) => row.id }
const worst = [...ratings].reverse()

/** Each order ends with the id, so that no two cases share a place. All its columns go the same way. */
const orders: Record<QueueSort, { columns: Column[]; descending?: true }> = {
  due: { columns: [due, id] },
  age: { columns: [{ by: sql`${cases.receivedAt}`, type: 'timestamptz', of: (row) => row.receivedAt }, id] },
  severity: {
    columns: [
      {
        by: severityRank(cases.rating),
        type: 'integer',
        of: (row) => (row.rating === null ? worst.length : worst.indexOf(row.rating)),
      },
      due,
      id,
    ],
  },
  changed: {
    columns: [{ by: sql`${cases.changedAt}`, type: 'timestamptz', of: (row) => row.changedAt }, id],
    descending: true,
  },
}

/** The order-by of a sort. */
export function queueOrder(sort: QueueSort): SQL[] {
  const { columns, descending } = orders[sort]
  return columns.map(({ by }) => (descending ? sql`${by} desc` : by))
}

/** Where a page ends, for asking what comes after it. */
export const cursorAt = (sort: QueueSort, row: Place): string =>
  Buffer.from(JSON.stringify([sort, ...orders[sort].columns.map((column) => column.of(row))])).toString(
    'base64url',
  )

// The year 0 is a date of ISO 8601 and none of the database's.
const instantOrNever = z.union([z.literal('infinity'), z.iso.datetime({ precision: 3 }).regex(/^[1-9]/)])
const valueOf = { timestamptz: instantOrNever, integer: z.int().min(0).max(9), uuid: z.uuid() }

/** What comes after a cursor: one comparison of rows, which an index answers however deep the page is. */
export function afterCursor(sort: QueueSort, cursor: string | undefined, put: Put): SQL | undefined {
  if (cursor === undefined) return undefined
  const { columns, descending } = orders[sort]
  const values = readCursor(cursor)
  const isSound =
    values?.length === columns.length + 1 &&
    values[0] === sort &&
    columns.every(({ type }, index) => valueOf[type].safeParse(values[index + 1]).success)
  if (!values || !isSound)
    throw invalid({ cursor: ['This page is of another list. Begin at the first page.'] })
  const left = sql.join(
    columns.map(({ by }) => by),
    sql`, `,
  )
  const right = sql.join(
    columns.map(({ type }, index) => sql`${put(`after${index}`, values[index + 1])}::${sql.raw(type)}`),
    sql`, `,
  )
  return sql`(${left}) ${sql.raw(descending ? '<' : '>')} (${right})`
}

function readCursor(cursor: string): unknown[] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(read) ? read : null
  } catch {
    return null
  }
}
