import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { embargoProposals } from '@/db/schema'
import { answerProposal, propose, type EmbargoProposal } from '@/domain/embargo/counter-proposal'
import { silenceAcceptsAt } from '@/domain/embargo/embargo-in-force'
import { optionalLongText } from '@/lib/text'
import type { Context } from '@/server/kernel/context'
import { allowedBy, notFound, refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord, type CaseRecord } from './case-record'
import { givenInstant, instantText, zoneText } from './given-instant'
import type { FoundCase } from './load-case'
import { tellReporter } from './notices'
import { recordCaseEvent } from './record-case-event'
import { settleProposal } from './settle-proposal'

/** Accepts or declines the date a reporter proposes; a lost race finds the proposal answered. */
export const answerEmbargo = caseCommand({
  name: 'cases.answerEmbargo',
  input: {
    proposal: z.uuid('Name the proposal.'),
    accepted: z.enum(['yes', 'no'], { error: 'Accept or decline.' }),
    answer: optionalLongText(4000),
  },
  may: 'answer_embargo',
  run: async (context, { proposal: id, accepted, answer }, found) => {
    const record = await loadCaseRecord(context, found)
    const proposal = record.proposals.find((one) => one.id === id)
    if (!proposal) throw notFound()
    allowedBy(answerProposal(proposal, 'team', record.proposals, context.now))
    await settleProposal(context, found, proposal, { accepted, answer })
    await tell(context, found, record, proposal)
  },
})

/** Proposes to a reporter when the embargo ends. */
export const proposeEmbargo = caseCommand({
  name: 'cases.proposeEmbargo',
  input: { report: z.uuid().optional(), until: instantText, untilZone: zoneText },
  may: 'answer_embargo',
  run: async (context, { report, until, untilZone }, found) => {
    if (found.case.announcedAt !== null) throw refused('The advisory is published: the embargo is over.')
    const record = await loadCaseRecord(context, found)
    const reportId = report ?? record.reports[0]?.id
    if (!reportId || !record.reports.some((one) => one.id === reportId)) throw notFound()
    const at = givenInstant(until, untilZone, 'until')
    const ofReport = record.proposals.filter((one) => one.reportId === reportId)
    allowedBy(propose({ reportId, by: 'team', until: at }, ofReport, context.now))
    const asked = record.reports.find((one) => one.id === reportId)
    const id = randomUUID()
    const answerBy = silenceAcceptsAt(
      at,
      {
        receivedAt: asked?.receivedAt ?? found.case.receivedAt,
        longestDays: record.terms.embargo.longestDays,
        silenceDays: record.terms.silenceDays,
        reporterDate: asked?.disclosureAt ?? null,
      },
      context.now,
    )
    const proposal = {
      id,
      reportId,
      by: 'team',
      until: at,
      state: 'open',
      proposedAt: context.now,
      answerBy,
    } as const
    await context.tx
      .insert(embargoProposals)
      .values({ ...proposal, caseId: found.case.id, timeZone: untilZone ?? 'UTC' })
    await recordCaseEvent(context, found, 'embargo_countered', { proposalId: id, until: at })
    await tell(context, found, record, proposal)
    return { proposalId: id }
  },
})

async function tell(
  context: Context,
  found: FoundCase,
  record: CaseRecord,
  { id, reportId }: EmbargoProposal,
) {
  const report = record.reports.find((one) => one.id === reportId)
  if (report) await tellReporter(context, found, report, 'progress', `${id}:${context.now}`)
}
