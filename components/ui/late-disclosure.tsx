'use client'

import { useState, type ComponentProps } from 'react'
import { classNames } from '@/lib/class-names'
import { Disclosure } from './disclosure'

type Props = Omit<ComponentProps<typeof Disclosure>, 'open' | 'onToggle'>

/** A disclosure whose content is drawn once it is opened: for what says again what the page says already. Not there without scripts. */
export function LateDisclosure({ children, className, ...props }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure
      {...props}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className={classNames('noscript:hidden print:hidden', className)}
    >
      {isOpen && children}
    </Disclosure>
  )
}
