'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'

/** The parts of a case page, in the order of their tabs. */
export const caseSections = [
  'conversation',
  'lines',
  'severity',
  'audit',
  'fix',
  'advisory',
  'events',
] as const
export type CaseSection = (typeof caseSections)[number]

/** What opens above the page when it is asked for. */
export const casePanels = [
  'assign',
  'confirm',
  'close',
  'reopen',
  'title',
  'tags',
  'restrict',
  'people',
  'silence',
  'embargo',
  'override',
  'finish',
  'split',
  'link',
  'upstream',
  'move',
  'follow',
  'exploitation',
] as const
export type CasePanel = (typeof casePanels)[number]

/** Where somebody is on a case page: all of it stands in the address. */
export interface CasePlace {
  section: CaseSection
  panel: CasePanel | null
  /** Which form is open within the section: `edit:<id>`, `release:<id>`, `yank:<id>`, `verify:<id>`, `task:<id>`, `note:<moment>`, `audit-case`. */
  form: string | null
  write: 'reporter' | 'note'
  /** The section alone, without the conversation beside it. */
  isWide: boolean
}

type Changes = Partial<Record<'section' | 'panel' | 'form' | 'write' | 'wide', string | null>>

const among = <Value extends string>(values: readonly Value[], given: string | null): Value | null =>
  values.find((value) => value === given) ?? null

/** Where one is, and the address of somewhere else on the same page. */
export function useCasePlace(): CasePlace & { to(changes: Changes): string } {
  const search = useSearchParams()
  const path = usePathname()
  return useMemo(
    () => ({
      section: among(caseSections, search.get('section')) ?? 'conversation',
      panel: among(casePanels, search.get('panel')),
      form: search.get('form'),
      write: search.get('write') === 'note' ? 'note' : 'reporter',
      isWide: search.get('wide') === '1',
      to: (changes) => {
        const next = new URLSearchParams(search)
        for (const [name, value] of Object.entries(changes)) {
          if (value === null || value === undefined) next.delete(name)
          else next.set(name, value)
        }
        const text = next.toString()
        return text === '' ? path : `${path}?${text}`
      },
    }),
    [search, path],
  )
}

/** Goes to another place of the same page without asking the server. */
export const goTo = (href: string): void => window.history.pushState(null, '', href)

/** Whether one is at that place of the page now. */
export function isAt(href: string): boolean {
  const { pathname, search } = window.location
  const text = new URLSearchParams(search).toString()
  return href === (text === '' ? pathname : `${pathname}?${text}`)
}
