import type { ThemeChoice } from '@/lib/theme-choice'
import { ThemeSwitch } from './theme-switch'

export type ShellPerson = { name: string; email: string; isOwner: boolean }

type Props = {
  person: ShellPerson
  /** Ends the session: a server action without arguments. */
  signOut: () => Promise<void>
  accountHref: string
  chosenTheme: ThemeChoice
}

const words = { theme: 'Theme', themes: { system: 'System', light: 'Light', dark: 'Dark' } }

/** Who is signed in, their account, the theme and the way out. Opens without scripts. */
export function PersonMenu({ person, signOut, accountHref, chosenTheme }: Props) {
  return (
    <details name="shell" className="relative">
      <summary className="flex min-h-8 list-none items-center gap-2 rounded-md px-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
        >
          {[...person.name][0]?.toUpperCase()}
        </span>
        <span className="max-w-40 truncate max-sm:sr-only">{person.name}</span>
      </summary>
      <div className="absolute right-0 z-40 mt-1 grid w-64 gap-1 rounded-md border border-line bg-raised p-2 shadow-float">
        <p className="px-2 py-1">
          <span className="block truncate font-medium">{person.name}</span>
          <span className="block truncate text-muted">{person.email}</span>
        </p>
        <div className="border-y border-line py-2">
          <ThemeSwitch chosen={chosenTheme} words={words} />
        </div>
        <a
          href={accountHref}
          className="flex min-h-8 items-center rounded-md px-2 text-text no-underline hover:bg-hover"
        >
          Your account
        </a>
        <form action={signOut}>
          <button className="flex min-h-8 w-full items-center rounded-md px-2 hover:bg-hover">
            Sign out
          </button>
        </form>
      </div>
    </details>
  )
}
