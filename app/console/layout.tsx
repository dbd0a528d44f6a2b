import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { chosenTheme } from '@/components/shell/chosen-theme'
import { ConsoleFrame } from '@/components/shell/console-frame'
import { signOutAction } from '@/server/auth/actions'
import { currentPerson } from '@/server/auth/current-actor'

/** The frame only. Whether a person may see a page is asked by the page; without a person there is no frame. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson()
  if (!person) return children
  return (
    <ConsoleFrame
      nonce={(await headers()).get('x-nonce') ?? ''}
      person={{ name: person.actor.name, email: person.address, isOwner: person.actor.isOwner }}
      signOut={signOutAction}
      chosenTheme={await chosenTheme()}
    >
      {children}
    </ConsoleFrame>
  )
}
