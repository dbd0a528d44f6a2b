'use client'

import type { ReactNode } from 'react'
import { LiveProvider } from '@/components/live/live-provider'
import { ShownKeys } from '@/components/queue/shown-keys'
import { SentencesWritten } from '@/components/ui/sentence'
import { StyleNonce } from '@/components/ui/style-nonce'
import { ToastProvider } from '@/components/ui/toast'
import { WithTimes } from '@/components/ui/with-times'
import { KeptFocus } from './kept-focus'
import { QueryProvider } from './query-provider'

const withTimes = (text: string) => <WithTimes text={text} />

/** Everything the console needs around its pages. */
export function ConsoleProviders({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <QueryProvider>
      <StyleNonce nonce={nonce} />
      <KeptFocus />
      <ShownKeys />
      <LiveProvider>
        <ToastProvider>
          <SentencesWritten by={withTimes}>{children}</SentencesWritten>
        </ToastProvider>
      </LiveProvider>
    </QueryProvider>
  )
}
