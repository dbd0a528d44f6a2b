import { useId, type ReactNode } from 'react'
import { classNames } from '@/lib/class-names'

export type CalloutKind = 'info' | 'success' | 'warning' | 'danger'

const looks: Record<CalloutKind, { box: string; title: string; sign: string }> = {
  info: { box: 'border-accent bg-accent-soft', title: 'text-accent', sign: 'ℹ' },
  success: { box: 'border-on-track bg-on-track-soft', title: 'text-on-track', sign: '✓' },
  warning: { box: 'border-due-soon bg-due-soon-soft', title: 'text-due-soon', sign: '⚠' },
  danger: { box: 'border-danger bg-danger-soft', title: 'text-danger', sign: '✕' },
}

type Props = { kind?: CalloutKind; title: ReactNode; children?: ReactNode; className?: string }

/** Something a person must not miss, with its kind as colour, sign and title. */
export function Callout({ kind = 'info', title, children, className }: Props) {
  const id = useId()
  const look = looks[kind]
  return (
    <section
      aria-labelledby={id}
      className={classNames('rounded-md border-l-4 px-4 py-3', look.box, className)}
    >
      <p id={id} className={classNames('flex gap-2 font-semibold', look.title)}>
        <span aria-hidden="true">{look.sign}&#xFE0E;</span>
        {title}
      </p>
      {children && <div className="mt-1 grid max-w-prose gap-2">{children}</div>}
    </section>
  )
}
