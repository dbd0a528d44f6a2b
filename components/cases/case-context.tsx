'use client'

import { createContext, useContext } from 'react'
import type { CaseView } from '@/server/cases/case-view'

interface CaseContextValue {
  view: CaseView
  /** Reads the case anew, after a change. */
  refresh(): void
  /** Random, of this page: makes each message form recognisable, so that a repeat is one message. */
  formKey: string
}

export const CaseContext = createContext<CaseContextValue | null>(null)

/** The case of the page. */
export function useCase(): CaseContextValue {
  const value = useContext(CaseContext)
  if (!value) throw new Error('Only parts of a case page know a case.')
  return value
}
