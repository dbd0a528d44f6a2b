import { z } from 'zod'
import { languageField } from '@/domain/languages/language-field'
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
    language: languageField,
    ...policySuggestionFields,
    ...requestContact,
  }),
  may: 'suggest_policy_change',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, input, { project }): Promise<RequestReceipt> => {
    const { part, text, why, contactName, contactEmail, submission, language } = input
    const { receipt } = await takeRequest(context, project, {
      kind: 'policy',
      content: { part, text, why },
      contact: { contactName, contactEmail },
      language,
      submission,
      missing: [],
    })
    return receipt
  },
})
