import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { attachments } from '@/db/schema'
import { query } from '@/server/kernel/query'
import { loadOwnCase } from './load-own-case'

/** One file of the reporter's own report or messages. */
export const ownAttachment = query({
  name: 'reporters.ownAttachment',
  input: z.object({ file: z.uuid('That is no file.') }),
  may: 'view_own_report',
  load: async (context, { file }) => {
    const found = await loadOwnCase(context)
    if (!found) return null
    const [row] = await context.tx
      .select()
      .from(attachments)
      .where(and(eq(attachments.id, file), eq(attachments.reportId, found.report.id)))
    return row ? { ...found, file: row } : null
  },
  run: async (_context, _input, { file, vault }) => {
    const place = (column: string) => ({ table: 'attachments', row: file.id, column })
    return {
      name: vault.open(place('name'), file.name),
      content: vault.openBytes(place('content'), file.content),
    }
  },
})
