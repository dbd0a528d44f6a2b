'use client'

import type { ReactNode } from 'react'
import { Bell } from '@/components/notifications/bell'
import { PaletteButton } from '@/components/palette/palette-button'
import type { ThemeChoice } from '@/lib/theme-choice'
import { ConsoleProviders } from './console-providers'
import { ConsoleShell } from './console-shell'
import type { ShellPerson } from './person-menu'

type Props = {
  nonce: string
  person: ShellPerson
  signOut: () => Promise<void>
  chosenTheme: ThemeChoice
  children: ReactNode
}

/** Everything around the pages of the console. One part of the client for the server to name: each further one costs every page. */
export function ConsoleFrame({ nonce, children, ...shell }: Props) {
  return (
    <ConsoleProviders nonce={nonce}>
      <ConsoleShell
        {...shell}
        instanceName="Disclosure Desk"
        accountHref="/console/account"
        tools={
          <>
            <PaletteButton isOwner={shell.person.isOwner} />
            <Bell />
          </>
        }
      >
        {children}
      </ConsoleShell>
    </ConsoleProviders>
  )
}
