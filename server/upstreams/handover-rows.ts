import { asc, eq, sql } from 'drizzle-orm'
import { upstreamHandovers } from '@/db/schema'
import { statement } from '@/db/statement'
import type { HandoverState } from '@/domain/upstreams/hand-over-upstream'
import type { Instant } from '@/lib/instant'
import type { FoundCase } from '@/server/cases/load-case'
import type { CaseVault } from '@/server/kernel/sealing'

/** A hand-over as the case page shows it. */
export interface HandoverView {
  id: string
  upstream: string
  channel: string
  toldAt: Instant
  chaseAt: Instant
  state: HandoverState
  answer: string | null
  answeredAt: Instant | null
  version: number
}

type Column = 'upstream' | 'channel' | 'answer'
/** Where a text of a hand-over is sealed. */
export const handoverPlace = (row: string, column: Column) => ({ table: 'upstream_handovers', row, column })

/** Seals a text of a hand-over's row. */
export const sealHandoverText = (vault: CaseVault, id: string, column: Column, text: string) =>
  vault.seal(handoverPlace(id, column), text)

/** Rows of `handoversOfCase`, as the case page shows them. */
export const readHandovers = (
  { vault }: FoundCase,
  rows: readonly (typeof upstreamHandovers.$inferSelect)[],
): HandoverView[] =>
  rows.map((row) => ({
    id: row.id,
    upstream: vault.open(handoverPlace(row.id, 'upstream'), row.upstream),
    channel: vault.open(handoverPlace(row.id, 'channel'), row.channel),
    toldAt: row.toldAt,
    chaseAt: row.chaseAt,
    state: row.state,
    answer: row.answer ? vault.open(handoverPlace(row.id, 'answer'), row.answer) : null,
    answeredAt: row.answeredAt,
    version: row.version,
  }))

/** To whom the case was handed over, the earliest first. */
export const handoversOfCase = statement('handovers_of_case', (tx) =>
  tx
    .select()
    .from(upstreamHandovers)
    .where(eq(upstreamHandovers.caseId, sql.placeholder('caseId')))
    .orderBy(asc(upstreamHandovers.toldAt), asc(upstreamHandovers.id)),
)
