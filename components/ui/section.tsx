import { useId, type ReactNode } from 'react'
import { classNames } from '@/lib/class-names'

type HeadingProps = { title: ReactNode; note?: ReactNode; actions?: ReactNode }

/** The one heading of a page, with a line of what it is and what can be done. */
export function PageHeading({ title, note, actions }: HeadingProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-[1.75em]/[1.2]">{title}</h1>
        {note && <div className="mt-1 max-w-prose text-muted">{note}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  )
}

type SectionProps = HeadingProps & { id?: string; level?: 2 | 3 | 4; className?: string; children: ReactNode }

/** A part of a page under its heading. */
export function Section({ title, note, actions, id, level = 2, className, children }: SectionProps) {
  const headingId = useId()
  const Heading = `h${level}` as const
  const heading = (
    <Heading id={headingId} className={level === 2 ? 'text-[1.25em]/[1.3]' : 'text-[1.0625em]/[1.4]'}>
      {title}
    </Heading>
  )
  return (
    <section id={id} aria-labelledby={headingId} className={classNames('grid gap-3', className)}>
      {note || actions ? (
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <div className="min-w-0">
            {heading}
            {note && <div className="max-w-prose text-muted">{note}</div>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}
