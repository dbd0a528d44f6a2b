import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { cases, policyVersions } from '@/db/schema'
import { movedPromises, samplePromises, type MovedPromise } from '@/domain/clocks/what-if'
import { checkTerms } from '@/domain/policies/check-terms'
import { policyTermsSchema } from '@/domain/policies/terms'
import { agreedUntil } from '@/domain/embargo/counter-proposal'
import type { Instant } from '@/lib/instant'
import { loadCaseRecord } from '@/server/cases/case-record'
import { loadCase } from '@/server/cases/load-case'
import { query } from '@/server/kernel/query'
import { refused } from '@/server/kernel/problem'
import { loadProject, projectName } from '@/server/projects/load-project'
import { withHolidays } from './holidays'
import { policyInForce } from './policy-in-force'

/** How many cases are counted at most; with more open the answer says so. */
const most = 200
/** How many of those that move are shown. */
const shown = 5

export interface PolicyWhatIf {
  /** Open cases that were counted, and how many of them have a promise that would move. */
  openCases: number
  movedCases: number
  hasMore: boolean
  examples: { reference: string; moved: MovedPromise[] }[]
  /** For a report that came now. */
  sample: MovedPromise[]
  timeZone: string
  /** When it was asked. */
  at: Instant
}

/**
 * What other terms would change, before they are saved: for a report that came now, and for open cases if they were under them.
 * They are not: a case keeps the version in force when its report arrived.
 */
export const policyWhatIf = query({
  name: 'policies.whatIf',
  input: z.object({ project: projectName, terms: policyTermsSchema }),
  may: 'edit_policy',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { terms: given }, { project }): Promise<PolicyWhatIf> => {
    const [refusal] = checkTerms(given).refusals
    if (refusal) throw refused(refusal.text)
    const terms = { ...given, businessCalendar: withHolidays(given.businessCalendar, context.now) }
    const open = await context.tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.projectId, project.id), ne(cases.stage, 'closed')))
      .orderBy(cases.receivedAt, cases.id)
      .limit(most + 1)
    const versions = await context.tx
      .select({ id: policyVersions.id, terms: policyVersions.terms })
      .from(policyVersions)
      .where(eq(policyVersions.projectId, project.id))
    const termsOf = new Map(versions.map((version) => [version.id, version.terms]))
    const moving: PolicyWhatIf['examples'] = []
    for (const { id } of open.slice(0, most)) {
      const found = await loadCase(context, id)
      if (!found) continue
      const record = await loadCaseRecord(context, found)
      const moved = record.reports.flatMap((report) =>
        movedPromises(
          {
            terms: termsOf.get(report.policyVersionId) ?? record.terms,
            reportId: report.id,
            receivedAt: report.receivedAt,
            events: record.events,
            reporterDeadline: report.disclosureAt,
            embargoUntil: agreedUntil(record.proposals, context.now),
            notBefore: record.notBefore.at,
          },
          terms,
          context.now,
        ),
      )
      if (moved.length > 0) moving.push({ reference: found.case.reference, moved })
    }
    const inForce = await policyInForce(context, project.id)
    return {
      openCases: Math.min(open.length, most),
      movedCases: moving.length,
      hasMore: open.length > most,
      examples: moving.slice(0, shown),
      sample: samplePromises(context.now, inForce.terms, terms),
      timeZone: terms.businessCalendar.timeZone,
      at: context.now,
    }
  },
})
