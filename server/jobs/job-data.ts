import { z } from 'zod'

const id = z.string()

/** Every job there is, and what it is told: ids only, because a job asks the rows again when it runs. */
export const jobData = {
  'advisories.publish': z.object({ caseId: id }),
  'cases.escalate': z.object({ caseId: id }),
  'cases.sweep': z.object({}),
  'mail.send': z.object({ mailId: id }),
  'mail.sweep': z.object({}),
} satisfies Record<string, z.ZodType>

export type JobName = keyof typeof jobData
export type JobData<Name extends JobName> = z.infer<(typeof jobData)[Name]>
