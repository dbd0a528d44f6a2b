import { z } from 'zod'
import { buildPublicDocument, type PublicDocument } from '@/domain/advisories/public-document'
import { loadCaseRecord, type CaseRecord } from '@/server/cases/case-record'
import { caseName, loadCase, type FoundCase } from '@/server/cases/load-case'
import type { Context } from '@/server/kernel/context'
import { allowedBy } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { needAdvisory, type AdvisoryRecord } from './advisory-record'
import { publicProjectOf } from './publish-advisory'

/** The public document as it would be announced now, with words in place of what is not written yet. */
export const advisoryPreview = query({
  name: 'advisories.preview',
  input: z.object({ case: caseName }),
  may: 'view_case',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, _input, found): Promise<PublicDocument> =>
    draftDocument(context, found, await needAdvisory(context, found), await loadCaseRecord(context, found)),
})

/** What the saved draft would be to readers, whoever looks at it before them. */
export async function draftDocument(
  context: Context,
  found: FoundCase,
  { row, draft, credits, severity }: AdvisoryRecord,
  record: CaseRecord,
): Promise<PublicDocument> {
  return allowedBy(
    buildPublicDocument({
      id: row.publicId,
      project: await publicProjectOf(context, found.case.projectId),
      lines: record.lines.map(({ status }) => status),
      credits,
      severity: severity ?? { rating: 'none', cvss: [], cwes: [] },
      draft: {
        ...draft,
        title: draft.title ?? 'No title yet',
        summary: draft.summary ?? '*No summary yet.*',
      },
      events: record.events,
      publishedAt: found.case.announcedAt ?? row.scheduledFor ?? context.now,
    }),
  )
}
