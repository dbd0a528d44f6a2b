import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Bell } from '@/components/notifications/bell'
import { PaletteButton } from '@/components/palette/palette-button'
import { chosenTheme } from '@/components/shell/chosen-theme'
import { ConsoleProviders } from '@/components/shell/console-providers'
import { ConsoleShell } from '@/components/shell/console-shell'
import { signOutAction } from '@/server/auth/actions'
import { currentPerson } from '@/server/auth/current-actor'

/** The frame only. Whether a person may see a page is asked by the page; without a person there is no frame. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson()
  if (!person) return children
  return (
    <ConsoleProviders nonce={(await headers()).get('x-nonce') ?? ''}>
      <ConsoleShell
        instanceName="Disclosure Desk"
        person={{ name: person.actor.name, email: person.address, isOwner: person.actor.isOwner }}
        signOut={signOutAction}
        accountHref="/console/account"
        chosenTheme={await chosenTheme()}
        tools={
          <>
            <PaletteButton isOwner={person.actor.isOwner} />
            <Bell />
          </>
        }
      >
        {children}
      </ConsoleShell>
    </ConsoleProviders>
  )
}
