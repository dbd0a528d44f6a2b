import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { embargoProposals } from '@/db/schema'
import { answerProposal, propose } from '@/domain/embargo/counter-proposal'
import { embargoInForce, standsAtOnce } from '@/domain/embargo/embargo-in-force'
import { optionalLongText } from '@/lib/text'
import { loadCaseRecord } from '@/server/cases/case-record'
import { givenInstant, instantText, zoneText } from '@/server/cases/given-instant'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { settleProposal } from '@/server/cases/settle-proposal'
import { allowedBy, notFound, refused } from '@/server/kernel/problem'
import type { OwnCase } from './load-own-case'
import { reporterCommand } from './reporter-command'

const over = ({ case: row }: OwnCase): void => {
  if (row.announcedAt !== null) throw refused('The advisory is published: the embargo is over.')
  if (row.resolution !== null) throw refused('The case is closed, so there is no date to agree on.')
}

/** The reporter proposes when the embargo ends. A shorter one than stands now stands at once; the team answers a longer one. */
export const proposeOwnEmbargo = reporterCommand({
  name: 'reporters.proposeEmbargo',
  input: { until: instantText, untilZone: zoneText },
  may: 'counter_embargo',
  run: async (context, { until, untilZone }, found) => {
    over(found)
    const record = await loadCaseRecord(context, found)
    const { report } = found
    const proposals = record.proposals.filter((one) => one.reportId === report.id)
    const at = givenInstant(until, untilZone, 'until')
    allowedBy(propose({ reportId: report.id, by: 'reporter', until: at }, proposals, context.now))
    const inForce = embargoInForce(
      {
        proposals,
        reporterDates: [report.disclosureAt],
        receivedAt: report.receivedAt,
        longestDays: record.terms.embargo.longestDays,
      },
      context.now,
    )
    const isAtOnce = standsAtOnce(at, inForce)
    const id = randomUUID()
    await context.tx.insert(embargoProposals).values({
      id,
      caseId: found.case.id,
      reportId: report.id,
      by: 'reporter',
      until: at,
      timeZone: untilZone ?? 'UTC',
      state: isAtOnce ? 'accepted' : 'open',
      proposedAt: context.now,
      answeredAt: isAtOnce ? context.now : null,
    })
    await recordCaseEvent(context, found, 'embargo_countered', { proposalId: id, until: at })
    if (isAtOnce)
      await recordCaseEvent(context, found, 'embargo_answered', {
        proposalId: id,
        accepted: true,
        atOnce: true,
      })
    await tellHandlers(context, found, 'embargo_proposed', id)
    return { proposalId: id, standsAtOnce: isAtOnce }
  },
})

/** The reporter accepts or declines the date the team proposes. Accepting a later one moves their own date along. */
export const answerOwnEmbargo = reporterCommand({
  name: 'reporters.answerEmbargo',
  input: {
    proposal: z.uuid('Load the page again: the proposal is not there.'),
    accepted: z.enum(['yes', 'no'], { error: 'Accept or decline.' }),
    answer: optionalLongText(4000),
  },
  may: 'counter_embargo',
  run: async (context, { proposal: id, accepted, answer }, found) => {
    over(found)
    const record = await loadCaseRecord(context, found)
    const proposals = record.proposals.filter((one) => one.reportId === found.report.id)
    const proposal = proposals.find((one) => one.id === id)
    if (!proposal) throw notFound()
    allowedBy(answerProposal(proposal, 'reporter', proposals, context.now))
    await settleProposal(context, found, proposal, { accepted, answer })
    await tellHandlers(context, found, 'embargo_proposed', `${id}:answered`)
  },
})
