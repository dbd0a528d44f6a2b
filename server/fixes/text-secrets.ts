import type { AdvisoryDraft } from '@/domain/advisories/advisory-draft'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import type { Secrets } from '@/domain/advisories/leak-lint'
import type { ReportRow } from '@/server/cases/case-record'
import { titleOf } from '@/server/cases/case-title'
import type { FoundCase } from '@/server/cases/load-case'
import { environment } from '@/server/kernel/environment'
import { reportContact } from '@/server/reports/report-content'
import { statedTerms } from '@/server/reports/stated-terms'

/** What no text that goes public early may tell of this case. */
export function secretsOf(
  found: FoundCase,
  known: {
    advisory: { row: { publicId: string }; draft: AdvisoryDraft } | null
    reports: readonly ReportRow[]
    projectSlug: string
  },
): Secrets {
  const { advisory, reports, projectSlug } = known
  return {
    title: titleOf(found),
    identifiers: [
      found.case.reference,
      ...(advisory ? [advisory.row.publicId] : []),
      ...(advisory?.draft.cveId ? [advisory.draft.cveId] : []),
    ],
    reporters: reports.flatMap((report) => namesOf(found, report)),
    weaknesses: found.case.cwes,
    allowedUrls: advisory
      ? [`${environment().BASE_URL}${advisoryPath({ id: advisory.row.publicId, projectSlug })}`]
      : [],
  }
}

/** Every name a reporter gave: to be reached by, and to be thanked by. */
function namesOf({ vault }: FoundCase, report: ReportRow): string[] {
  const { credit } = statedTerms(vault, report)
  const contact = reportContact(vault, report)
  const credited = credit.as === 'name' ? [credit.name, credit.handle] : []
  return [...credited, contact?.name, contact?.email].filter((name) => typeof name === 'string')
}
