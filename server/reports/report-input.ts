import { z } from 'zod'
import { isTimeZone } from '@/domain/clocks/offset-periods'
import { languageField } from '@/domain/languages/language-field'
import { reportFormSchema } from '@/domain/reports/report-form'
import { optionalLongText } from '@/lib/text'
import { keyLimitBytes } from '@/server/encryption/read-public-key'
import { projectName } from '@/server/projects/load-project'
import { solutionField } from './challenge'
import { attachmentFiles } from './report-attachments'
import { submissionKey } from './submission-receipt'

/** What a report is sent with: the form, and what its door or the browser says of it. */
export const reportInput = reportFormSchema.safeExtend({
  project: projectName,
  submission: submissionKey,
  attachments: attachmentFiles,
  /** The reporter's own public key, armoured: mails to them are encrypted to it. */
  reporterKey: optionalLongText(keyLimitBytes),
  /** Where the reporter is, to show them instants in their zone. A zone nobody knows is none. */
  timeZone: z
    .string()
    .optional()
    .transform((zone) => (zone !== undefined && isTimeZone(zone) ? zone : 'UTC')),
  /** A solved challenge, asked for while the project is flooded; without one the report is held. */
  solution: solutionField,
  /** Said by the door the report came in by, never by the reporter. */
  channel: z.enum(['web', 'api', 'email']).default('web'),
  /** Whether the address is written to when there is news. */
  newsByMail: z.enum(['yes', 'no'], { error: 'Choose whether you want a mail.' }).default('yes'),
  language: languageField,
})
