import { z } from 'zod'
import { isDraftShared, shareDraft as share, unshareDraft as unshare } from '@/domain/advisories/shared-draft'
import { needAdvisory } from '@/server/advisories/advisory-record'
import { allowedBy, notFound } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord, type CaseRecord, type ReportRow } from './case-record'
import { tellReporter } from './notices'
import { recordCaseEvent } from './record-case-event'

/** The first report's reporter when left out. */
const report = z.uuid('Name the report.').optional()

const reportOf = ({ reports }: CaseRecord, id: string | undefined): ReportRow => {
  const found = id === undefined ? reports[0] : reports.find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

/** Lets the reporter read the draft of the advisory as it stands, and comment on it, until it is taken back or published. */
export const shareDraft = caseCommand({
  name: 'cases.shareDraft',
  input: { report },
  may: 'share_draft',
  run: async (context, input, found) => {
    await needAdvisory(context, found)
    const record = await loadCaseRecord(context, found)
    const reader = reportOf(record, input.report)
    allowedBy(share(isDraftShared(record.events, reader.id), found.case.announcedAt !== null))
    await recordCaseEvent(context, found, 'draft_shared', { reportId: reader.id })
    await tellReporter(context, found, reader, 'progress', `draft:${context.now}`)
  },
})

/** Takes the draft back: the reporter finds nothing any more. */
export const unshareDraft = caseCommand({
  name: 'cases.unshareDraft',
  input: { report },
  may: 'share_draft',
  run: async (context, input, found) => {
    const record = await loadCaseRecord(context, found)
    const reader = reportOf(record, input.report)
    allowedBy(unshare(isDraftShared(record.events, reader.id)))
    await recordCaseEvent(context, found, 'draft_unshared', { reportId: reader.id })
  },
})
