import type { Actor } from '@/domain/access/actor'

/** The desk itself, at work in a job of that name. */
export const jobActor = (job: string): Actor => ({ kind: 'job', job })
