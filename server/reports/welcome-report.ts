import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { projects, reports } from '@/db/schema'
import { spokenIn } from '@/domain/languages/spoken'
import { recipientHash } from '@/server/mail/mail-text'
import { sendMail } from '@/server/mail/send-mail'
import { releasedReportMail } from '@/server/reporters/mail-texts'
import { newReporterLink } from '@/server/reporters/reporter-link'
import type { Context } from '@/server/kernel/context'
import { caseEvents, type ReportRow } from '@/server/cases/case-record'
import { caseName, loadCase, type FoundCase } from '@/server/cases/load-case'
import { titleOf } from '@/server/cases/case-title'
import { tellHandlers, tellReporter } from '@/server/cases/notices'
import { command } from '@/server/kernel/command'
import { indexArrived } from '@/server/search/index-case'
import { notFound } from '@/server/kernel/problem'
import { reportContact, reportContent } from './report-content'
import { statedTerms } from './stated-terms'

/**
 * Greets both sides of a new report: its reporter, if they left an address, and whoever could take the case; and makes the case
 * findable by its words. The reporter's mail says that the report arrived; it acknowledges nothing. Done twice, it writes nobody twice.
 */
export const welcomeReport = command({
  name: 'reports.welcome',
  input: z.object({ case: caseName, report: z.uuid() }),
  may: 'welcome',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, input, found) => {
    const [report] = await context.tx.select().from(reports).where(eq(reports.id, input.report))
    if (!report || report.caseId !== found.case.id) throw notFound()
    const content = reportContent(found.vault, report)
    await indexArrived(context, found.case.id, report.id, { ...content, title: titleOf(found) })
    // A report by mail was answered by mail, with its receipt; unless it was held then.
    if (report.channel !== 'email') await tellReporter(context, found, report, 'received', report.id)
    else if ((await caseEvents(context, found.case.id)).some(({ type }) => type === 'held_released'))
      await mailWayIn(context, found, report)
    await tellHandlers(context, found, 'report_received', report.id)
    if (statedTerms(found.vault, report).personalDataSeen)
      await tellHandlers(context, found, 'personal_data_seen', report.id)
  },
})

/** Whoever wrote while mail was held has no receipt yet: a link to their address makes the first one. */
async function mailWayIn(context: Context, found: FoundCase, report: ReportRow): Promise<void> {
  const contact = reportContact(found.vault, report)
  if (!contact?.email) return
  const [project] = await context.tx
    .select({ name: projects.name })
    .from(projects)
    .where(eq(projects.id, report.projectId))
  const addressHash = recipientHash(contact.email)
  const link = await newReporterLink(context, { purpose: 'new_receipt', addressHash, reportId: report.id })
  await sendMail(context, {
    occasion: `received:${report.id}:${report.id}`,
    recipient: { name: contact.name ?? '', address: contact.email },
    ...releasedReportMail(spokenIn(report.language), {
      project: project?.name ?? '',
      day: report.receivedAt.slice(0, 10),
      url: link.url,
    }),
    caseId: found.case.id,
    projectId: report.projectId,
    reportId: report.id,
  })
}
