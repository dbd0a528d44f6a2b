import { z } from 'zod'
import { checkBackportRequest } from '@/domain/backports/backport-request'
import type { LineStatus } from '@/domain/backports/line-status'
import { languageField } from '@/domain/languages/language-field'
import { missingEvidence } from '@/domain/requests/missing-evidence'
import { evidenceFields, requestContact } from '@/domain/requests/request-forms'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { everyLine } from '@/server/cases/change-line'
import { policyTermsOf } from '@/server/cases/policy-terms'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { command } from '@/server/kernel/command'
import { allowedBy, invalid } from '@/server/kernel/problem'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { submissionKey } from '@/server/reports/submission-receipt'
import { asDesk } from './advisory-before-them'
import { allThatIsWrong, readChoices } from './read-choices'
import { takeRequest, type RequestReceipt } from './take-request'

/**
 * Somebody with an advisory before them asks for its fix on an older line. Without a demonstrated break the request is taken and
 * stays `requested`; the asker is told what is missing and adds it on their page.
 */
export const requestBackport = command({
  name: 'requests.requestBackport',
  input: z.object({
    project: projectName,
    submission: submissionKey,
    language: languageField,
    advisory: z.string({ error: 'Choose the advisory.' }).trim().min(1, 'Choose the advisory.').max(64),
    line: z.uuid('Choose the older line.'),
    ...evidenceFields,
    ...requestContact,
  }),
  may: 'request_backport',
  allThatIsWrong,
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, input, { project }): Promise<RequestReceipt> => {
    const { before, errors } = await readChoices(context, project, input)
    if (!before || Object.keys(errors).length > 0) throw invalid(errors)
    const { found, publicId } = before
    const lines = await everyLine(asDesk(context), found)
    const status = lines.find(({ row }) => row.lineId === input.line)?.status
    if (!status) throw new Error('A line of the project is missing in a case that lists every line.')
    const isAnnounced = found.case.announcedAt !== null
    const terms = await policyTermsOf(context, found)
    allowedBy(checkBackportRequest(isAnnounced ? status : unjudged(status), terms))

    const { breakingChange, demonstration, contactName, contactEmail, submission, language } = input
    const { receipt, requestId, isNew } = await takeRequest(context, project, {
      kind: 'backport',
      content: { advisory: publicId, breakingChange, demonstration },
      contact: { contactName, contactEmail },
      language,
      submission,
      missing: missingEvidence({ breakingChange, demonstration }),
      about: { caseId: found.case.id, lineId: input.line },
    })
    if (isNew) {
      await recordCaseEvent(context, found, 'backport_requested', { requestId, lineId: input.line })
      await refreshCaseIndex(context, found.case.id)
    }
    return receipt
  },
})

/** Before the announcement nobody outside learns which lines are affected, not even by being refused. */
const unjudged = (status: LineStatus): LineStatus => ({ ...status, affectedness: 'unknown', plan: null })
