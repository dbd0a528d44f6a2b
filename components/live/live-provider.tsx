'use client'

import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { News } from '@/domain/live/news'
import { followDesk, type LiveState } from './live-connection'

type Listener = (news: News) => void

const LiveContext = createContext<LiveState>('opening')
const ListenersContext = createContext<Set<Listener>>(new Set())

/** Follows the desk once for the whole page, and has whatever is shown read again when it changed. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [state, setState] = useState<LiveState>('opening')
  const [listeners] = useState(() => new Set<Listener>())
  useEffect(() => {
    function news(told: News) {
      void readAgain(client, told)
      listeners.forEach((listener) => listener(told))
    }
    return followDesk({ state: setState, news })
  }, [client, listeners])
  return (
    <LiveContext value={state}>
      <ListenersContext value={listeners}>{children}</ListenersContext>
    </LiveContext>
  )
}

/** Hears every news for as long as the component is on the page. */
export function useNews(hear: Listener): void {
  const listeners = useContext(ListenersContext)
  const newest = useRef(hear)
  useEffect(() => {
    newest.current = hear
  })
  useEffect(() => {
    const listener: Listener = (news) => newest.current(news)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [listeners])
}

/** Whether changes come by themselves now. */
export const useLiveState = (): LiveState => useContext(LiveContext)

/** What time alone changes (what is due, what is overdue) is read again this often all the same. */
const liveMs = 60_000
const pausedMs = 10_000

/** How often something that is shown is read again, in milliseconds. */
export const useReadAgainMs = (): number => (useLiveState() === 'live' ? liveMs : pausedMs)

/** Keys of lists of cases: any change of a case may change them. */
const lists: ReadonlySet<unknown> = new Set(['queue', 'calendar', 'palette'])

function readAgain(client: QueryClient, news: News): Promise<void> {
  const isConcerned = ({ queryKey: [of, what] }: { queryKey: QueryKey }): boolean => {
    if (of === 'cases')
      return news.all || (news.cases.length > 0 && lists.has(what)) || news.cases.includes(String(what))
    if (of === 'notifications') return news.all || news.notifications
    if (of === 'lookers') return news.all || news.lookers.includes(String(what))
    return of === 'requests' && (news.all || news.requests)
  }
  return client.invalidateQueries({ predicate: isConcerned })
}
