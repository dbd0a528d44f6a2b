import { z } from 'zod'
import { buildPublicDocument, type PublicDocument } from '@/domain/advisories/public-document'
import { loadCaseRecord } from '@/server/cases/case-record'
import { caseName, loadCase } from '@/server/cases/load-case'
import { allowedBy } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { needAdvisory } from './advisory-record'
import { publicProjectOf } from './publish-advisory'

/** The public document as it would be announced now, with words in place of what is not written yet. */
export const advisoryPreview = query({
  name: 'advisories.preview',
  input: z.object({ case: caseName }),
  may: 'view_case',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, _input, found): Promise<PublicDocument> => {
    const advisory = await needAdvisory(context, found)
    const record = await loadCaseRecord(context, found)
    const { draft } = advisory
    return allowedBy(
      buildPublicDocument({
        id: advisory.row.publicId,
        project: await publicProjectOf(context, found.case.projectId),
        lines: record.lines.map(({ status }) => status),
        credits: advisory.credits,
        severity: advisory.severity ?? { rating: 'none', cvss: [], cwes: [] },
        draft: {
          ...draft,
          title: draft.title ?? 'No title yet',
          summary: draft.summary ?? '*No summary yet.*',
        },
        events: record.events,
        publishedAt: found.case.announcedAt ?? advisory.row.scheduledFor ?? context.now,
      }),
    )
  },
})
