import type { Actor } from '@/domain/access/actor'
import { jobActor } from '@/server/auth/job-actor'
import type { Problem } from '@/server/kernel/problem'
import type { Result } from '@/lib/result'
import { jobData, type JobData, type JobName } from './job-data'

type Outcome = Promise<Result<unknown, Problem>>
type Handler = (data: unknown) => Outcome

const handlers = new Map<JobName, Handler>()

/**
 * Declares what a job does: it calls a command as the actor given, and hands back what that answered. A refusal is an end
 * (the rows say no, and asking again says no again); only an unexpected failure is tried again.
 */
export function job<Name extends JobName>(
  name: Name,
  handle: (actor: Actor, data: JobData<Name>) => Outcome,
): void {
  handlers.set(name, (data) => handle(jobActor(name), jobData[name].parse(data) as JobData<Name>))
}

/** What was declared for the job, if anything. */
export const handlerOf = (name: JobName): Handler | undefined => handlers.get(name)

/** The jobs that somebody here can do. */
export const declaredJobs = (): JobName[] => [...handlers.keys()]
