import type { ReactNode } from 'react'

type Props = { title: string; children: ReactNode; actions?: ReactNode }

/** A page that says only what happened and where to go. */
export function StatusPage({ title, children, actions }: Props) {
  return (
    <main id="main" className="mx-auto grid max-w-xl gap-4 px-4 py-16 sm:py-24">
      <h1 className="text-2xl">{title}</h1>
      <div className="grid gap-3 text-muted">{children}</div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </main>
  )
}
