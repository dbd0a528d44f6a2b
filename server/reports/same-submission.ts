import { eq, sql } from 'drizzle-orm'
import { cases, policyVersions, reports } from '@/db/schema'
import { statement } from '@/db/statement'
import type { ReportForm } from '@/domain/reports/report-form'
import { canonicalJson } from '@/server/kernel/canonical-json'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'

/** A keyed hash of everything sent: the same key with another text is another report, not a repeat. */
export async function fingerprint(
  form: ReportForm,
  files: readonly File[],
  reporterKey: string | null,
): Promise<string> {
  const contents = await Promise.all(
    files.map(async (file) => Buffer.from(await file.arrayBuffer()).toString('base64')),
  )
  return vault().keyedHash(
    'report',
    canonicalJson([form, contents, ...(reporterKey === null ? [] : [reporterKey])]),
  )
}

/**
 * The report this very submission made. Of two that arrive at once neither finds the other here: the second fails by the hash, which
 * is unique, is done again (`againWhenLost`) and then finds the first.
 */
export async function sameSubmission({ tx }: Context, submissionHash: string) {
  const [earlier] = await reportOfSubmission(tx).execute({ submissionHash })
  return earlier ?? null
}

const reportOfSubmission = statement('report_of_submission', (tx) =>
  tx
    .select({
      reference: cases.reference,
      isHeld: cases.isHeld,
      terms: policyVersions.terms,
      report: { id: reports.id, receivedAt: reports.receivedAt, disclosureAt: reports.disclosureAt },
    })
    .from(reports)
    .innerJoin(cases, eq(reports.caseId, cases.id))
    .innerJoin(policyVersions, eq(reports.policyVersionId, policyVersions.id))
    .where(eq(reports.submissionHash, sql.placeholder('submissionHash'))),
)
