'use client'

import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { News } from '@/domain/live/news'
import { followDesk, type LiveState } from './live-connection'

const LiveContext = createContext<LiveState>('opening')

/** Follows the desk once for the whole page, and has whatever is shown read again when it changed. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [state, setState] = useState<LiveState>('opening')
  useEffect(() => followDesk({ state: setState, news: (news) => void readAgain(client, news) }), [client])
  return <LiveContext value={state}>{children}</LiveContext>
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
    // What happens to a case or a request is what one is notified of.
    if (of === 'notifications') return news.all || news.requests || news.cases.length > 0
    if (of === 'lookers') return news.all || news.lookers.includes(String(what))
    return of === 'requests' && (news.all || news.requests)
  }
  return client.invalidateQueries({ predicate: isConcerned })
}
