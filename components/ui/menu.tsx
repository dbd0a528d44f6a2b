'use client'

import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { overlayClass } from './overlay-class'

export type MenuItem =
  | 'separator'
  | {
      label: ReactNode
      /** A key that does the same. */
      keys?: string
      href?: string
      onSelect?: () => void
      danger?: boolean
      /** Why it cannot be chosen now. */
      disabledReason?: string
    }

type Props = {
  trigger?: ReactNode
  items: readonly MenuItem[]
  label: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Where to open without a trigger: one menu for a whole table, at the row it is asked for. */
  at?: { x: number; y: number }
}

const itemClass =
  'flex min-h-8 cursor-default items-center justify-between gap-6 rounded-sm px-2 no-underline outline-none data-highlighted:bg-hover data-disabled:text-muted'

/** Actions in a list that opens from a button. */
export function Menu({ trigger, items, label, open, onOpenChange, at }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild>
        {trigger ?? (
          <span aria-hidden="true" className="fixed size-0" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
        )}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          data-density="compact"
          className={`${overlayClass} min-w-44 p-1`}
        >
          {items.map((item, index) =>
            item === 'separator' ? (
              <Radix.Separator key={index} className="my-1 h-px bg-line" />
            ) : (
              <Radix.Item
                key={index}
                disabled={item.disabledReason !== undefined}
                onSelect={item.onSelect}
                className={`${itemClass} ${item.danger ? 'text-danger' : ''}`}
                asChild={item.href !== undefined}
              >
                {item.href === undefined ? (
                  <ItemText {...item} />
                ) : (
                  <a href={item.href}>
                    <ItemText {...item} />
                  </a>
                )}
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function ItemText({ label, keys, disabledReason }: Exclude<MenuItem, 'separator'>) {
  return (
    <>
      <span>
        {label}
        {disabledReason && <span className="block text-xs">{disabledReason}</span>}
      </span>
      {keys && <kbd className="text-xs text-muted">{keys}</kbd>}
    </>
  )
}
