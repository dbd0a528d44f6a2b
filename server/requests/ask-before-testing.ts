import { z } from 'zod'
import { languageField } from '@/domain/languages/language-field'
import { requestContact, testingFields } from '@/domain/requests/request-forms'
import { command } from '@/server/kernel/command'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { submissionKey } from '@/server/reports/submission-receipt'
import { takeRequest, type RequestReceipt } from './take-request'

/** Somebody asks whether they may test something: what, where, when, how. */
export const askBeforeTesting = command({
  name: 'requests.askBeforeTesting',
  input: z.object({
    project: projectName,
    submission: submissionKey,
    language: languageField,
    ...testingFields,
    ...requestContact,
  }),
  may: 'ask_before_testing',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, input, { project }): Promise<RequestReceipt> => {
    const { what, where, when, how, contactName, contactEmail, submission, language } = input
    const { receipt } = await takeRequest(context, project, {
      kind: 'testing',
      content: { what, where, when, how },
      contact: { contactName, contactEmail },
      language,
      submission,
      missing: [],
    })
    return receipt
  },
})
