import fs from 'node:fs'
import type { Database } from '@/db/connection'
import type { Actor } from '@/domain/access/actor'
import { loadPersonActor } from '@/server/auth/person-actor'
import '@/server/jobs/all-jobs'
import { moveDueTimers } from '@/server/jobs/due-timers'
import { QueueRunner } from '@/server/jobs/queue-runner'
import type { Problem } from '@/server/kernel/problem'
import type { Instant } from '@/lib/instant'
import type { Result } from '@/lib/result'
import type { Teammate } from './team'

/** A desk whose clock we hold, and the people on it. */
export class Desk {
  private readonly ids = new Map<Teammate, string>()
  private readonly runner: QueueRunner

  /** The key pair of the one team that has one; thrown away with the demonstration. */
  teamKey: { publicKey: string; privateKey: string } | null = null

  constructor(
    readonly database: Database,
    private readonly clockFile: string,
    /** The real present: nothing that happened lies after it. */
    readonly present: Instant,
  ) {
    this.runner = new QueueRunner(database, new AbortController().signal)
  }

  /** From now on it is this instant. */
  setClock(instant: Instant): void {
    fs.writeFileSync(this.clockFile, instant)
  }

  addPerson(who: Teammate, personId: string): void {
    this.ids.set(who, personId)
  }

  /** Whether the person has an account by now. */
  knows(who: Teammate): boolean {
    return this.ids.has(who)
  }

  idOf(who: Teammate): string {
    const id = this.ids.get(who)
    if (!id) throw new Error(`${who} has no account on this desk.`)
    return id
  }

  /** The person as every request of theirs finds them: with the roles they have now. */
  async actor(who: Teammate): Promise<Extract<Actor, { kind: 'person' }>> {
    const actor = await loadPersonActor(this.database.db, this.idOf(who))
    if (!actor) throw new Error(`${who} was removed from this desk.`)
    return actor
  }

  /** Does the jobs that are due by the clock. */
  async doJobs(): Promise<void> {
    await moveDueTimers(this.database)
    await this.runner.workWaiting()
    await this.runner.settled()
  }
}

/** What an operation gave. Throws with its refusal. */
export function given<Output>(result: Result<Output, Problem>): Output {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.refusal))
}
