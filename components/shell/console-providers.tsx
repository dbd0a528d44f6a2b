'use client'

import type { ReactNode } from 'react'
import { LiveProvider } from '@/components/live/live-provider'
import { ShownKeys } from '@/components/queue/shown-keys'
import { StyleNonce } from '@/components/ui/style-nonce'
import { ToastProvider } from '@/components/ui/toast'
import { KeptFocus } from './kept-focus'
import { QueryProvider } from './query-provider'

/** Everything the console needs around its pages. */
export function ConsoleProviders({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <QueryProvider>
      <StyleNonce nonce={nonce} />
      <KeptFocus />
      <ShownKeys />
      <LiveProvider>
        <ToastProvider>{children}</ToastProvider>
      </LiveProvider>
    </QueryProvider>
  )
}
