import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'

export type Description = { term: ReactNode; details: ReactNode; key?: string }

/** Facts as terms and their values, beside each other where there is room. */
export function DescriptionList({ items, className }: { items: readonly Description[]; className?: string }) {
  return (
    <dl className={classNames('@container grid', className)}>
      {items.map(({ term, details, key }, index) => (
        <div
          key={key ?? index}
          className="grid gap-x-4 border-b border-line py-2 last:border-b-0 @sm:grid-cols-[minmax(8rem,1fr)_2fr]"
        >
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0">{details}</dd>
        </div>
      ))}
    </dl>
  )
}
