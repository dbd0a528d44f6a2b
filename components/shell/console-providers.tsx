'use client'

import type { ReactNode } from 'react'
import { StyleNonce } from '@/components/ui/style-nonce'
import { ToastProvider } from '@/components/ui/toast'
import { QueryProvider } from './query-provider'

/** Everything the console needs around its pages. */
export function ConsoleProviders({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <QueryProvider>
      <StyleNonce nonce={nonce} />
      <ToastProvider>{children}</ToastProvider>
    </QueryProvider>
  )
}
