import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases, claimedReports, projects, reports } from '@/db/schema'
import type { Stage } from '@/domain/cases/stage'
import type { Instant } from '@/lib/instant'
import { query } from '@/server/kernel/query'
import { vault } from '@/server/kernel/vault'
import { reportContent } from '@/server/reports/report-content'
import { loadAccount, sessionToken } from './reporter-session'

/** A report on the list of its reporter. */
export interface ListedReport {
  id: string
  reference: string
  title: string
  project: string
  receivedAt: Instant
  timeZone: string
  stage: Stage
}

/** The reports whose receipts were entered in this place, newest first. */
export const myReports = query({
  name: 'reporters.myReports',
  input: z.object({ session: sessionToken }),
  may: 'come_in',
  load: (context, { session }) => loadAccount(context, session),
  run: async ({ tx }, _input, { accountId }): Promise<ListedReport[]> => {
    const rows = await tx
      .select({
        report: reports,
        reference: cases.reference,
        stage: cases.stage,
        caseId: cases.id,
        wrappedKey: cases.wrappedKey,
        project: projects.name,
      })
      .from(claimedReports)
      .innerJoin(reports, eq(reports.id, claimedReports.reportId))
      .innerJoin(cases, eq(cases.id, reports.caseId))
      .innerJoin(projects, eq(projects.id, reports.projectId))
      .where(eq(claimedReports.accountId, accountId))
      .orderBy(desc(reports.receivedAt))
    return rows.map(({ report, reference, stage, caseId, wrappedKey, project }) => ({
      id: report.id,
      reference,
      title: reportContent(vault().openCaseKey(caseId, wrappedKey), report).title,
      project,
      receivedAt: report.receivedAt,
      timeZone: report.timeZone,
      stage,
    }))
  },
})
