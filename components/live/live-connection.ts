import { allNews, isNews, joinNews, noNews, type News } from '@/domain/live/news'

/** Whether changes are told by themselves now; while they are not, a page asks now and then. */
export type LiveState = 'opening' | 'live' | 'paused'

interface Told {
  news: (news: News) => void
  state: (state: LiveState) => void
}

const address = '/api/live'
/** A page out of sight lets go of its connection, for a browser has few; not at once, because one looks elsewhere and back. */
const hiddenMs = 5_000
/** The server says every fifteen seconds that it is there. */
const silentMs = 40_000
const comeBackMs = 15_000
/** News is acted on at once, and then at most this often. */
const restMs = 1_000

/** Follows what changes on the desk for as long as the page is in sight; the answer ends it. */
export function followDesk(told: Told): () => void {
  let source: EventSource | null = null
  let heardAt = 0
  let hiding: ReturnType<typeof setTimeout> | undefined
  let comingBack: ReturnType<typeof setTimeout> | undefined
  const news = gently(told.news)

  function open(): void {
    clearTimeout(comingBack)
    if (source) return
    const opened = new EventSource(address)
    source = opened
    heardAt = Date.now()
    opened.addEventListener('hearing', ({ data }) => {
      heardAt = Date.now()
      const { isHearing } = JSON.parse(data) as { isHearing: boolean }
      told.state(isHearing ? 'live' : 'paused')
      // What happened before anybody listened was told to nobody.
      if (isHearing) news(allNews)
    })
    opened.addEventListener('news', ({ data }) => {
      heardAt = Date.now()
      news(JSON.parse(data) as News)
    })
    opened.addEventListener('beat', () => (heardAt = Date.now()))
    opened.addEventListener('error', () => {
      told.state('paused')
      // The browser comes back by itself unless it was refused.
      if (opened.readyState === EventSource.CLOSED && source === opened) {
        close()
        comingBack = setTimeout(openInSight, comeBackMs)
      }
    })
  }

  function close(): void {
    source?.close()
    source = null
    clearTimeout(comingBack)
  }

  const openInSight = () => {
    if (document.visibilityState === 'visible') open()
  }
  function seen(): void {
    clearTimeout(hiding)
    if (document.visibilityState === 'visible') open()
    else hiding = setTimeout(close, hiddenMs)
  }
  function again(): void {
    close()
    openInSight()
  }
  const watching = setInterval(() => {
    if (!source || Date.now() - heardAt < silentMs) return
    told.state('paused')
    again()
  }, silentMs / 4)

  document.addEventListener('visibilitychange', seen)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', openInSight)
  window.addEventListener('online', again)
  seen()
  return () => {
    close()
    clearTimeout(hiding)
    clearInterval(watching)
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('pagehide', close)
    window.removeEventListener('pageshow', openInSight)
    window.removeEventListener('online', again)
  }
}

/** Passes the first news on at once; what follows close upon it goes together. */
function gently(act: (news: News) => void): (news: News) => void {
  let waiting: News = noNews
  let isResting = false
  function pass(): void {
    if (!isNews(waiting)) return
    const now = waiting
    waiting = noNews
    isResting = true
    setTimeout(() => {
      isResting = false
      pass()
    }, restMs)
    act(now)
  }
  return (more) => {
    waiting = joinNews(waiting, more)
    if (!isResting) pass()
  }
}
