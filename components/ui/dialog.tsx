'use client'

import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button'

type Props = {
  title: ReactNode
  /** What will happen, before the person does it. */
  description?: ReactNode
  /** The button that opens it; leave out when `open` is held outside. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  wide?: boolean
  children: ReactNode
}

/** A question or a short form above the page. Escape, the cross and the ground behind close it; the focus returns to where it was. */
export function Dialog({ title, description, trigger, open, onOpenChange, wide, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-backdrop" />
        <Radix.Content
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={`overlay-enter fixed top-[10dvh] left-1/2 z-50 grid max-h-[80dvh] w-[calc(100%-2rem)] -translate-x-1/2 gap-4 overflow-y-auto rounded-md border border-line bg-raised p-5 shadow-float ${wide ? 'max-w-3xl' : 'max-w-lg'}`}
          data-density="compact"
        >
          <div className="flex items-start justify-between gap-4">
            <div>
              <Radix.Title className="text-[1.125rem]/6 font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" icon="close" />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
