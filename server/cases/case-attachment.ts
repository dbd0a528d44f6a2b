import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { attachments } from '@/db/schema'
import { notFound } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { caseName, loadCase } from './load-case'

/** A file that came with a report or a reply. */
export const caseAttachment = query({
  name: 'cases.attachment',
  input: z.object({ case: caseName, attachment: z.uuid('Name the file.') }),
  may: 'read_conversation',
  load: (context, input) => loadCase(context, input.case),
  run: async ({ tx }, { attachment }, found) => {
    const [row] = await tx
      .select()
      .from(attachments)
      .where(and(eq(attachments.id, attachment), eq(attachments.caseId, found.case.id)))
    if (!row) throw notFound()
    const place = (column: string) => ({ table: 'attachments', row: row.id, column })
    return {
      name: found.vault.open(place('name'), row.name),
      content: found.vault.openBytes(place('content'), row.content),
    }
  },
})
