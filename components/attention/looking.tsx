'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Writing } from '@/domain/attention/writing'
import { fetchJson, postJson } from '@/lib/fetch-json'
import { randomUuid } from '@/lib/random-uuid'
import type { Looker } from '@/server/attention/lookers'
import { caseAddress } from './case-address'

/** The server forgets a page that said nothing for forty-five seconds. */
const everyMs = 20_000
/** Who has not typed for so long is looking again. */
const stillMs = 15_000

interface LookingValue {
  lookers: readonly Looker[]
  /** Says that something was typed; null: that it was sent or thrown away. */
  types(writing: Writing | null): void
  isKeptUnread: boolean
  /** Makes the case count as unread, until its page is opened again. */
  keepUnread(): Promise<void>
}

const nobody: readonly Looker[] = []
const LookingContext = createContext<LookingValue>({
  lookers: nobody,
  types: () => undefined,
  isKeptUnread: false,
  keepUnread: async () => undefined,
})

/** Who else looks at the case of the page. */
export const useLooking = (): LookingValue => useContext(LookingContext)

type Props = {
  reference: string
  /** Position of the newest event on the page. */
  readTo: number
  children: ReactNode
}

/**
 * Says, once the page is there and for as long as it is in sight, that one looks at the case and how far one has read; knows who
 * else does. Nothing of it is in the page as it comes: a page that is only fetched reads nothing.
 */
export function LookingProvider({ reference, readTo, children }: Props) {
  const client = useQueryClient()
  // Drawn once it is said: the server that writes the page needs none.
  const page = useRef<string>(undefined)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [isKeptUnread, setKeptUnread] = useState(false)
  const still = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const { data: lookers = nobody } = useQuery({
    queryKey: lookersKey(reference),
    queryFn: ({ signal }) => fetchJson<Looker[]>(caseAddress(reference, 'lookers'), signal),
    // The first answer comes with saying that one looks.
    staleTime: Infinity,
    enabled: (query) => query.state.data !== undefined,
    refetchOnWindowFocus: false,
    retry: false,
  })

  useEffect(() => {
    const say = () => {
      if (document.visibilityState !== 'visible') return
      const said = { page: (page.current ??= randomUuid()), writing, ...(isKeptUnread ? {} : { readTo }) }
      postJson<Looker[]>(caseAddress(reference, 'lookers'), said).then(
        (others) => client.setQueryData(lookersKey(reference), others),
        // Not said this time; the page itself tells when it cannot be read any more.
        () => undefined,
      )
    }
    say()
    const saying = setInterval(say, everyMs)
    document.addEventListener('visibilitychange', say)
    return () => {
      clearInterval(saying)
      document.removeEventListener('visibilitychange', say)
    }
  }, [client, reference, readTo, writing, isKeptUnread])

  useEffect(() => {
    const leave = () => {
      if (page.current === undefined) return
      void postJson(
        caseAddress(reference, 'lookers/leave'),
        { page: page.current },
        { keepalive: true },
      ).catch(() => undefined)
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leave)
    return () => {
      leave()
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leave)
    }
  }, [reference])

  const value = useMemo(
    () => ({
      lookers,
      types: (now: Writing | null) => {
        clearTimeout(still.current)
        setWriting(now)
        if (now) still.current = setTimeout(() => setWriting(null), stillMs)
      },
      isKeptUnread,
      keepUnread: async () => {
        setKeptUnread(true)
        await postJson(caseAddress(reference, 'unread'), {}).catch((error: unknown) => {
          setKeptUnread(false)
          throw error
        })
        await client.invalidateQueries({ queryKey: ['cases', 'queue'] })
      },
    }),
    [lookers, isKeptUnread, reference, client],
  )
  return <LookingContext value={value}>{children}</LookingContext>
}

const lookersKey = (reference: string) => ['lookers', reference]
