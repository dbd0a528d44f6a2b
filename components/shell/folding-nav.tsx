import type { MouseEvent, ReactNode } from 'react'
import { classNames } from '@/lib/class-names'

// The browser draws a popover as a box in the middle of the screen: on a wide screen all of that is taken back.
const wide = {
  md: 'max-md:top-13 max-md:inset-x-3 max-md:bottom-auto md:static md:block md:h-auto md:overflow-visible md:bg-surface',
  lg: 'max-lg:top-13 max-lg:inset-x-3 max-lg:bottom-auto lg:static lg:block lg:h-auto lg:w-auto lg:overflow-visible lg:bg-surface',
} as const
const narrow = {
  md: 'max-md:w-auto max-md:max-w-72 max-md:rounded-md max-md:border max-md:border-line max-md:bg-raised max-md:p-2 max-md:shadow-float',
  lg: 'max-lg:w-auto max-lg:max-w-72 max-lg:rounded-md max-lg:border max-lg:border-line max-lg:bg-raised max-lg:p-2 max-lg:shadow-float',
} as const

type Props = {
  id: string
  label: string
  /** From this width on it stands beside the page; below, it is a menu that a button with `popoverTarget` opens. */
  standsFrom: 'md' | 'lg'
  className?: string
  children: ReactNode
}

/** Links that stand beside the page, or fold into a menu where there is no room; in the page once, with scripts or without. */
export function FoldingNav({ id, label, standsFrom, className, children }: Props) {
  return (
    <nav
      id={id}
      aria-label={label}
      popover="auto"
      className={classNames('text-text', wide[standsFrom], narrow[standsFrom], className)}
    >
      {children}
    </nav>
  )
}

/** For a link in it, or what holds the links: once one is chosen, the menu folds away. */
export function foldAway({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  if (target instanceof Element && target.closest('a'))
    currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}
