import { and, eq, getTableColumns, or } from 'drizzle-orm'
import { z } from 'zod'
import { attachments, reports } from '@/db/schema'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadOwnCase } from './load-own-case'

/** One file of the reporter's own report or messages, in whichever of its cases. */
export const ownAttachment = query({
  name: 'reporters.ownAttachment',
  input: z.object({ file: z.uuid('That is no file.') }),
  may: 'view_own_report',
  load: async (context, { file }) => {
    const row = await ownFile(context, file)
    const found =
      row && (await loadOwnCase({ ...context, actor: { kind: 'reporter', reportId: row.reportId } }))
    if (!row || !found || context.actor.kind !== 'reporter') return null
    // The receipt of a report that was split opens the cases of all its parts.
    const reportIds = [...found.subject.reportIds, context.actor.reportId]
    return { ...found, subject: { ...found.subject, reportIds }, file: row }
  },
  run: async (_context, _input, { file, vault }) => {
    const place = (column: string) => ({ table: 'attachments', row: file.id, column })
    return {
      name: vault.open(place('name'), file.name),
      content: vault.openBytes(place('content'), file.content),
    }
  },
})

async function ownFile({ tx, actor }: Context, file: string) {
  if (actor.kind !== 'reporter') return null
  const [row] = await tx
    .select(getTableColumns(attachments))
    .from(attachments)
    .innerJoin(reports, eq(reports.id, attachments.reportId))
    .where(
      and(
        eq(attachments.id, file),
        or(eq(reports.id, actor.reportId), eq(reports.splitFrom, actor.reportId)),
      ),
    )
  return row ?? null
}
