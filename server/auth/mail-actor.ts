import type { Actor } from '@/domain/access/actor'

/** The reporter whose mail this is: they hold the token of that report's reply address, or answered what only they were sent. */
export const reporterByMail = (reportId: string): Actor => ({ kind: 'reporter', reportId })
