import { and, eq, getTableColumns } from 'drizzle-orm'
import { z } from 'zod'
import { incomingMails, reports } from '@/db/schema'
import { notFound } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { mailFile } from '@/server/mail/incoming/incoming-mail'
import { caseName, loadCase } from './load-case'

/** A mail that led to a report or a message of this case, byte for byte. */
export const caseMail = query({
  name: 'cases.mail',
  input: z.object({ case: caseName, mail: z.uuid('Name the mail.') }),
  may: 'read_raw_mail',
  load: (context, input) => loadCase(context, input.case),
  run: async ({ tx }, { mail }, found) => {
    const [row] = await tx
      .select(getTableColumns(incomingMails))
      .from(incomingMails)
      .innerJoin(reports, eq(reports.id, incomingMails.reportId))
      .where(and(eq(incomingMails.id, mail), eq(reports.caseId, found.case.id)))
    if (!row) throw notFound()
    return mailFile(row)
  },
})
