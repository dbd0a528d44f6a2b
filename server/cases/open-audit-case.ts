import { randomUUID } from 'node:crypto'
import { longText, shortText } from '@/lib/text'
import { vault } from '@/server/kernel/vault'
import { caseCommand } from './case-command'
import { refreshCaseIndex } from './case-index'
import { openedBefore, openFurtherCase, writeFirstNote } from './open-further-case'
import { recordCaseEvent } from './record-case-event'
import { copyParticipants } from './split-report'
import { messageSubmission } from './submission'

/**
 * Makes a case of something that the audit for similar problems found: a vulnerability of its own, in the same project, linked both
 * ways, and seen by whoever sees this one. Sent twice, it is one case.
 */
export const openAuditCase = caseCommand({
  name: 'cases.openAuditCase',
  input: {
    title: shortText(200, 'Name what was found in one line. Only the team sees it.'),
    what: longText(20_000, 'Say what was found, and where. Only the team reads it.'),
    submission: messageSubmission,
  },
  may: 'record_audit',
  run: async (context, { title, what, submission }, found) => {
    const key = `${found.case.id}/${submission ?? randomUUID()}/${title}`
    const submissionHash = vault().keyedHash('audit-case', key)
    const earlier = await openedBefore(context, submissionHash)
    if (earlier) return earlier
    const link = { type: 'found_by_audit', data: { fromCaseId: found.case.id } } as const
    const child = await openFurtherCase(context, found, title, link)
    await copyParticipants(context, found, child)
    await writeFirstNote(context, child, what, submissionHash)
    await recordCaseEvent(context, found, 'audit_case_opened', { caseId: child.case.id })
    await refreshCaseIndex(context, child.case.id)
    return { reference: child.case.reference }
  },
})
