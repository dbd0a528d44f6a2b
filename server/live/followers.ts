import type { StopListening } from '@/db/channel'
import { changesChannel } from '@/db/channel'
import { readChange, type Change } from '@/domain/live/change'
import { allNews, isNews, type News } from '@/domain/live/news'
import { newsFor } from '@/domain/live/news-for'
import type { PersonActor } from '@/server/auth/person-actor'
import { getDatabase } from '@/server/kernel/database'
import { log } from '@/server/kernel/log'
import { followersNow } from './followers-now'
import { casesHeard } from './cases-heard'

/** A browser that follows what changes. */
export interface Follower {
  sessionId: string
  actor: PersonActor
  /** Gives it news, at once or with what is still waiting to be sent. */
  tell(news: News): void
  /** Says whether changes are heard at all; without, it has to ask for itself. */
  tellHearing(isHearing: boolean): void
  /** Says that it is still there. */
  beat(): void
  /** Ends its stream: the session is over, or this process. */
  end(): void
}

/** More open streams of one person in one process than these are refused: a tab that is out of sight has none. */
const mostOfPerson = 12
const mostOfProcess = 2_000

/** Changes of so long are looked up together. */
const gatherMs = 100
/** More changes than this at once are told as “everything”. */
const mostLookedUp = 500
const beatEveryMs = 15_000
/** The connection that listens stays this long after the last follower: whoever loads a page again is back at once. */
const lingerMs = 30_000

/**
 * Everybody who follows in this process. While there is anybody it listens to the database; of what it hears each follower is told
 * what they may see, by their session and roles of that moment.
 */
export class Followers {
  private readonly all = new Set<Follower>()
  private waiting: Change[] = []
  private gathering: NodeJS.Timeout | null = null
  private flushing: Promise<void> | null = null
  private beating: NodeJS.Timeout | null = null
  private leaving: NodeJS.Timeout | null = null
  private stopListening: Promise<StopListening> | null = null
  private isHearing = false

  /** Whether there is room for one more of this person. */
  hasRoomFor(personId: string): boolean {
    const own = [...this.all].filter(({ actor }) => actor.personId === personId)
    return own.length < mostOfPerson && this.all.size < mostOfProcess
  }

  /** Follows from now on; the answer ends it. */
  add(follower: Follower): () => void {
    this.all.add(follower)
    this.startListening()
    follower.tellHearing(this.isHearing)
    return () => this.remove(follower)
  }

  /** Ends every stream and the listening, so that the process can end. */
  async close(): Promise<void> {
    for (const follower of [...this.all]) follower.end()
    this.all.clear()
    await this.endListening()
  }

  private remove(follower: Follower): void {
    if (!this.all.delete(follower) || this.all.size > 0) return
    this.leaving = setTimeout(() => void this.endListening(), lingerMs)
    this.leaving.unref()
  }

  private startListening(): void {
    if (this.leaving) clearTimeout(this.leaving)
    this.leaving = null
    this.beating ??= setInterval(() => void this.flush(true), beatEveryMs).unref()
    this.stopListening ??= getDatabase().then((database) =>
      database.listen(changesChannel, {
        heard: (told) => this.heard(told),
        hearing: (isHearing) => this.heardAgain(isHearing),
      }),
    )
  }

  private async endListening(): Promise<void> {
    const stop = this.stopListening
    this.stopListening = null
    this.isHearing = false
    this.waiting = []
    for (const timer of [this.gathering, this.beating, this.leaving]) if (timer) clearTimeout(timer)
    this.gathering = this.beating = this.leaving = null
    await (
      await stop?.catch(() => undefined)
    )?.()
  }

  private heardAgain(isHearing: boolean): void {
    this.isHearing = isHearing
    for (const follower of this.all) {
      follower.tellHearing(isHearing)
      // Whatever was told while nobody listened is lost: everything is looked at again.
      if (isHearing) follower.tell(allNews)
    }
  }

  private heard(told: string): void {
    const change = readChange(told)
    if (!change || this.all.size === 0) return
    this.waiting.push(change)
    this.gather()
  }

  private gather(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = null
      void this.flush(false)
    }, gatherMs)
  }

  /** Tells what was gathered, one time after the other; `isBeat`: also that everybody is still there. */
  private async flush(isBeat: boolean): Promise<void> {
    if (this.flushing) {
      // What came meanwhile goes with the next time; a beat that is due is made up for by it.
      if (!isBeat) this.gather()
      return
    }
    const hasChanges = this.waiting.length > 0
    this.flushing = this.tellAll(isBeat)
      .catch((error: unknown) => {
        log('warn', 'changes_not_told', { error: error instanceof Error ? error.name : typeof error })
        if (hasChanges) for (const follower of this.all) follower.tell(allNews)
      })
      .finally(() => (this.flushing = null))
    await this.flushing
  }

  private async tellAll(isBeat: boolean): Promise<void> {
    const changes = this.waiting
    this.waiting = []
    const isTooMuch = changes.length > mostLookedUp
    if (this.all.size === 0) return
    const followers = [...this.all]
    const { db } = await getDatabase()
    const [now, known] = await Promise.all([
      followersNow(db, followers),
      casesHeard(db, isTooMuch ? [] : changes),
    ])
    for (const follower of followers) {
      const actor = now.get(follower.sessionId)
      if (!actor) {
        // Signed out, removed or expired: the browser looks again and finds nothing, so that what is on its screen goes at once.
        this.remove(follower)
        follower.tell(allNews)
        follower.end()
        continue
      }
      const seesOtherwise = JSON.stringify(actor) !== JSON.stringify(follower.actor)
      follower.actor = actor
      const news = seesOtherwise || isTooMuch ? allNews : newsFor(actor, changes, known)
      if (isNews(news)) follower.tell(news)
      if (isBeat) follower.beat()
    }
  }
}

const held = globalThis as { __followers?: Followers }

/** Those of this process: one list, however often the bundler copies this module. */
export const followers = (): Followers => (held.__followers ??= new Followers())
