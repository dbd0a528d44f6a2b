import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/skip-link'
import { Wordmark } from '@/components/shell/wordmark'

type Props = { title: string; note?: ReactNode; children: ReactNode }

/** What stands around the pages before the console: the desk's sign, one heading, one thing to do. */
export function Entrance({ title, note, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <SkipLink label="Skip to the content" />
      <header className="border-b border-line">
        <div className="mx-auto flex max-w-6xl px-4 py-3 sm:px-6">
          <Wordmark name="Disclosure Desk" href="/" />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-md content-start gap-6 px-4 py-10 outline-none sm:py-16"
      >
        <div className="grid gap-2">
          <h1 className="text-[1.75em]/[1.2]">{title}</h1>
          {note && <div className="grid gap-2 text-muted">{note}</div>}
        </div>
        {children}
      </main>
    </div>
  )
}
