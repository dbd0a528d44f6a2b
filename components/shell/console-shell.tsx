'use client'

import type { ReactNode } from 'react'
import { LiveNote } from '@/components/live/live-note'
import { iconClass } from '@/components/ui/icon-class'
import { SkipLink } from '@/components/ui/skip-link'
import { classNames } from '@/lib/class-names'
import type { ThemeChoice } from '@/lib/theme-choice'
import { ConsoleNav } from './console-nav'
import { FoldingNav } from './folding-nav'
import { PersonMenu, type ShellPerson } from './person-menu'
import { Wordmark } from './wordmark'

type Props = {
  instanceName: string
  person: ShellPerson
  signOut: () => Promise<void>
  accountHref: string
  chosenTheme: ThemeChoice
  /** In the top bar, such as the button that opens the palette. */
  tools?: ReactNode
  children: ReactNode
}

/**
 * What stands around every page of the console: a slim bar, the places at the left, folded away on a phone. Drawn by the client's
 * part of React alone: as elements of the server's it would be written twice into each page.
 */
export function ConsoleShell({
  instanceName,
  person,
  signOut,
  accountHref,
  chosenTheme,
  tools,
  children,
}: Props) {
  return (
    <div data-density="compact" className="flex min-h-dvh flex-col">
      <SkipLink label="Skip to the content" />
      <header
        data-print="hide"
        className="sticky top-0 z-30 flex min-h-12 items-center gap-2 border-b border-line bg-surface px-3 md:px-4"
      >
        <button
          type="button"
          popoverTarget="places"
          aria-label="Places"
          className={classNames(
            'flex size-8 items-center justify-center rounded-md before:size-5 hover:bg-hover md:hidden',
            iconClass.places,
          )}
        />
        <Wordmark name={instanceName} href="/console" />
        <div className="ml-auto flex items-center gap-2">
          <LiveNote />
          {tools}
          <PersonMenu person={person} signOut={signOut} accountHref={accountHref} chosenTheme={chosenTheme} />
        </div>
      </header>
      <div className="flex flex-1">
        <FoldingNav
          id="places"
          label="Places"
          standsFrom="md"
          className="md:w-48 md:shrink-0 md:border-r md:border-line"
        >
          <div className="max-h-[calc(100dvh-4rem)] overflow-y-auto md:sticky md:top-12 md:max-h-[calc(100dvh-3rem)] md:p-2">
            <ConsoleNav isOwner={person.isOwner} />
          </div>
        </FoldingNav>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 bg-surface px-4 py-5 outline-none md:px-6">
          {children}
        </main>
      </div>
    </div>
  )
}
