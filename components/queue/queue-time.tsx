import type { ReactNode } from 'react'
import type { Instant } from '@/lib/instant'

type Props = { instant: Instant; className?: string; children: ReactNode }

/** A moment in a table of many, said relatively; the table spells it out once it is pointed at. */
export function QueueTime({ instant, className, children }: Props) {
  return (
    <time dateTime={instant} className={className} suppressHydrationWarning>
      {children}
    </time>
  )
}
