import { z } from 'zod'
import { caseName, loadCase } from '@/server/cases/load-case'
import { tellHandlers, tellReporter } from '@/server/cases/notices'
import { command } from '@/server/kernel/command'
import { notFound } from '@/server/kernel/problem'
import { eq } from 'drizzle-orm'
import { reports } from '@/db/schema'
import { statedTerms } from './stated-terms'

/**
 * Greets both sides of a new report: its reporter, if they left an address, and whoever could take the case. The reporter's mail
 * says that the report arrived; it acknowledges nothing. Done twice, it writes nobody twice.
 */
export const welcomeReport = command({
  name: 'reports.welcome',
  input: z.object({ case: caseName, report: z.uuid() }),
  may: 'welcome',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, input, found) => {
    const [report] = await context.tx.select().from(reports).where(eq(reports.id, input.report))
    if (!report || report.caseId !== found.case.id) throw notFound()
    // A report by mail is answered by mail, with its receipt.
    if (report.channel !== 'email') await tellReporter(context, found, report, 'received', report.id)
    await tellHandlers(context, found, 'report_received', report.id)
    if (statedTerms(found.vault, report).personalDataSeen)
      await tellHandlers(context, found, 'personal_data_seen', report.id)
  },
})
