import type { ReactNode } from 'react'

type Props = { title: string; children?: ReactNode; action?: ReactNode }

/** In place of a list that has nothing yet: what would be here, and what to do first. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="grid justify-items-start gap-3 rounded-md border border-dashed border-line px-6 py-8">
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  )
}
