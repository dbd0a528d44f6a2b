import { Menu } from 'lucide-react'
import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/skip-link'
import { chosenTheme } from './chosen-theme'
import { ConsoleNav } from './console-nav'
import { PersonMenu, type ShellPerson } from './person-menu'
import { Wordmark } from './wordmark'

type Props = {
  instanceName: string
  person: ShellPerson
  signOut: () => Promise<void>
  accountHref: string
  /** In the top bar, such as the button that opens the palette. */
  tools?: ReactNode
  children: ReactNode
}

/** What stands around every page of the console: a slim bar, the places at the left, folded away on a phone. */
export async function ConsoleShell({ instanceName, person, signOut, accountHref, tools, children }: Props) {
  return (
    <div data-density="compact" className="flex min-h-dvh flex-col">
      <SkipLink />
      <header
        data-print="hide"
        className="sticky top-0 z-30 flex min-h-12 items-center gap-2 border-b border-line bg-surface px-3 md:px-4"
      >
        <details name="shell" className="relative md:hidden">
          <summary
            aria-label="Places"
            className="flex size-8 list-none items-center justify-center rounded-md hover:bg-hover [&::-webkit-details-marker]:hidden"
          >
            <Menu aria-hidden="true" className="size-5" />
          </summary>
          <nav
            aria-label="Places"
            className="absolute left-0 z-40 mt-1 w-56 rounded-md border border-line bg-raised p-2 shadow-float"
          >
            <ConsoleNav isOwner={person.isOwner} />
          </nav>
        </details>
        <Wordmark name={instanceName} href="/console" />
        <div className="ml-auto flex items-center gap-2">
          {tools}
          <PersonMenu
            person={person}
            signOut={signOut}
            accountHref={accountHref}
            chosenTheme={await chosenTheme()}
          />
        </div>
      </header>
      <div className="flex flex-1">
        <nav aria-label="Places" className="w-48 shrink-0 border-r border-line bg-surface max-md:hidden">
          <div className="sticky top-12 max-h-[calc(100dvh-3rem)] overflow-y-auto p-2">
            <ConsoleNav isOwner={person.isOwner} />
          </div>
        </nav>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 bg-surface px-4 py-5 outline-none md:px-6">
          {children}
        </main>
      </div>
    </div>
  )
}
