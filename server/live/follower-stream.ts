import { isNews, joinNews, noNews, type News } from '@/domain/live/news'
import type { PersonActor } from '@/server/auth/person-actor'
import { followers } from './followers'

/** A browser whose stream ended asks again after about this; not all of them in the same moment. */
const comeBackMs = () => Math.round(1_000 + Math.random() * 2_000)

/**
 * The stream of one browser, as server-sent events: `news`, `hearing` and `beat`. It is pulled: while the browser does not take what
 * was sent, news is put together into one, so that a slow reader costs no memory. Null: this person has too many.
 */
export function followerStream(
  person: { actor: PersonActor; sessionId: string },
  gone: AbortSignal,
): ReadableStream<Uint8Array> | null {
  if (!followers().hasRoomFor(person.actor.personId)) return null
  const encoder = new TextEncoder()
  let news: News = noNews
  let hearing: boolean | null = null
  let hasBeat = false
  let hasEnded = false
  let isCancelled = false
  let wake: (() => void) | null = null
  const woken = () => {
    wake?.()
    wake = null
  }

  const leave = followers().add({
    ...person,
    tell: (more) => {
      news = joinNews(news, more)
      woken()
    },
    tellHearing: (isHearing) => {
      hearing = isHearing
      woken()
    },
    beat: () => {
      hasBeat = true
      woken()
    },
    end: () => {
      hasEnded = true
      woken()
    },
  })
  const stop = () => {
    leave()
    isCancelled = true
    woken()
  }
  if (gone.aborted) stop()
  else gone.addEventListener('abort', stop, { once: true })

  /** Everything that waits, as text; empty: nothing does. */
  function take(): string {
    const said: string[] = []
    if (hearing !== null) said.push(event('hearing', { isHearing: hearing }))
    if (isNews(news)) said.push(event('news', news))
    if (hasBeat) said.push(event('beat', {}))
    hearing = null
    news = noNews
    hasBeat = false
    return said.join('')
  }

  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(`retry: ${comeBackMs()}\n\n`)),
      pull: async (controller) => {
        while (!isCancelled) {
          const said = take()
          if (said !== '') return controller.enqueue(encoder.encode(said))
          if (hasEnded) return controller.close()
          await new Promise<void>((resolve) => (wake = resolve))
        }
      },
      cancel: stop,
    },
    { highWaterMark: 1 },
  )
}

const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
