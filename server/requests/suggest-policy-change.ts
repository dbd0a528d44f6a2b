import { z } from 'zod'
import { policySuggestionFields, requestContact } from '@/domain/requests/request-forms'
import { command } from '@/server/kernel/command'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { submissionKey } from '@/server/reports/submission-receipt'
import { takeRequest, type RequestReceipt } from './take-request'

/** Somebody suggests what a part of the policy should say, and why. */
export const suggestPolicyChange = command({
  name: 'requests.suggestPolicyChange',
  input: z.object({
    project: projectName,
    submission: submissionKey,
    ...policySuggestionFields,
    ...requestContact,
  }),
  may: 'suggest_policy_change',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, input, { project }): Promise<RequestReceipt> => {
    const { part, text, why, contactName, contactEmail, submission } = input
    const { receipt } = await takeRequest(context, project, {
      kind: 'policy',
      content: { part, text, why },
      contact: { contactName, contactEmail },
      submission,
      missing: [],
    })
    return receipt
  },
})
