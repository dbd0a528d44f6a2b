import type { ReactNode } from 'react'

/** A key, as it stands on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 text-xs text-muted">
      {children}
    </kbd>
  )
}
