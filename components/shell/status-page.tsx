import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'

type Props = { title: string; children: ReactNode; actions?: ReactNode; isFramed?: boolean }

/** A page that says only what happened and where to go. `isFramed`: it stands in a frame, whose main part it is. */
export function StatusPage({ title, children, actions, isFramed }: Props) {
  const Part = isFramed ? 'div' : 'main'
  return (
    <Part
      id={isFramed ? undefined : 'main'}
      className={classNames('grid max-w-xl gap-4', !isFramed && 'mx-auto px-4 py-16 sm:py-24')}
    >
      <h1 className="text-2xl">{title}</h1>
      <div className="grid gap-3 text-muted">{children}</div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </Part>
  )
}
