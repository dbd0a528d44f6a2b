import { z } from 'zod'

const id = z.string()

/** Every job there is, and what it is told: ids only, because a job asks the rows again when it runs. */
export const jobData = {
  'advisories.publish': z.object({ caseId: id }),
  /** Asks the registry about the release of a line. */
  'backports.check': z.object({ caseId: id, lineId: id }),
  'backports.sweep': z.object({}),
  'cases.welcome': z.object({ caseId: id, reportId: id }),
  'cases.escalate': z.object({ caseId: id }),
  'cases.sweep': z.object({}),
  /** Makes the digests of one person's morning. */
  'digests.send': z.object({ personId: id, day: id }),
  'digests.sweep': z.object({}),
  'encryption.sweep': z.object({}),
  'mail.send': z.object({ mailId: id }),
  /** Looks after an attempt whose end nobody recorded. */
  'mail.recover': z.object({ mailId: id, attempt: z.number() }),
  'mail.sweep': z.object({}),
  /** Reads a mail that came in, and does what follows from it. */
  'incoming.take': z.object({ mailId: id }),
  'incoming.sweep': z.object({}),
  'people.sweep': z.object({}),
  /** Makes cases findable that were stored before there was an index of words. */
  'search.sweep': z.object({}),
  /** On the date on which an upstream that has not answered is asked again. */
  'upstreams.chase': z.object({ caseId: id, handoverId: id }),
} satisfies Record<string, z.ZodType>

export type JobName = keyof typeof jobData
export type JobData<Name extends JobName> = z.infer<(typeof jobData)[Name]>

export const jobNames = Object.keys(jobData) as JobName[]

/** Whether a job of that name is declared. */
export const isJobName = (name: string): name is JobName => Object.hasOwn(jobData, name)
