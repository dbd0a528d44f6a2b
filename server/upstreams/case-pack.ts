import { z } from 'zod'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { attachments, projects } from '@/db/schema'
import { agreedUntil } from '@/domain/embargo/counter-proposal'
import { creditName } from '@/domain/reports/reporter-terms'
import { upstreamPack } from '@/domain/upstreams/upstream-pack'
import { loadCaseRecord } from '@/server/cases/case-record'
import { caseName, loadCase } from '@/server/cases/load-case'
import { severityOf } from '@/server/cases/severity-record'
import { query } from '@/server/kernel/query'
import { reportContent } from '@/server/reports/report-content'
import { statedTerms } from '@/server/reports/stated-terms'

/** The text to send to an upstream: everything they need of the case. Never how to reach the reporter, who trusted the team with that. */
export const casePack = query({
  name: 'upstreams.pack',
  input: z.object({ case: caseName }),
  may: 'hand_to_upstream',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    const files = await context.tx
      .select({ id: attachments.id, reportId: attachments.reportId, name: attachments.name })
      .from(attachments)
      .where(and(eq(attachments.caseId, found.case.id), isNull(attachments.messageId)))
      .orderBy(asc(attachments.position))
    const [project] = await context.tx
      .select({ name: projects.name })
      .from(projects)
      .where(eq(projects.id, found.case.projectId))
    const { reproduction, id, reference } = found.case
    const text = upstreamPack({
      reference,
      project: project?.name ?? '',
      reports: record.reports.map((report) => {
        const content = reportContent(found.vault, report)
        const { title, description, impact, reproduction: steps, affectedVersions, suggestedFix } = content
        return {
          receivedAt: report.receivedAt,
          ...{ title, description, impact, reproduction: steps, affectedVersions, suggestedFix },
          credit: creditName(statedTerms(found.vault, report).credit),
          disclosureAt: report.disclosureAt,
          files: files
            .filter(({ reportId }) => reportId === report.id)
            .map(({ id: row, name }) =>
              found.vault.open({ table: 'attachments', row, column: 'name' }, name),
            ),
        }
      }),
      reproduction: reproduction
        ? found.vault.open({ table: 'cases', row: id, column: 'reproduction' }, reproduction)
        : null,
      embargoUntil: agreedUntil(record.proposals, context.now),
      severity: await severityOf(context, found),
      lines: record.lines.map(({ status: { line, affectedness, introducedIn } }) => ({
        name: line.name,
        range: line.range,
        affectedness,
        introducedIn,
      })),
      contacts: record.terms.channels.mail,
      packedAt: context.now,
    })
    return { reference, text }
  },
})
