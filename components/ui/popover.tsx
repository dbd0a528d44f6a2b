'use client'

import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { overlayClass } from './overlay-class'

type Props = {
  trigger: ReactNode
  label: string
  children: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
}

/** A small form or an explanation beside the button that opens it. */
export function Popover({ trigger, label, children, open, onOpenChange, align = 'start' }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          data-density="compact"
          className={`${overlayClass} w-80 p-4`}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
