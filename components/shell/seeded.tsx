import { dehydrate, QueryClient, type QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Hydrated } from './hydrated'

type Props = {
  queryKey: QueryKey
  /** Plain JSON. */
  data: unknown
  children: ReactNode
}

/** Seeds what the page read; from then on the client keeps it in step under the same key. */
export function Seeded({ queryKey, data, children }: Props) {
  const client = new QueryClient()
  client.setQueryData(queryKey, data)
  return <Hydrated state={JSON.stringify(dehydrate(client))}>{children}</Hydrated>
}
