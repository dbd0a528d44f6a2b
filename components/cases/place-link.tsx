'use client'

import type { ComponentProps } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from '@/components/ui/button-class'
import { goTo } from './case-place'

type Props = ComponentProps<'a'> & { href: string; look?: ButtonVariant; size?: ButtonSize }

/** A link to another place of the same page: at once with scripts, by loading the page without. */
export function PlaceLink({ look, size = 'regular', className, onClick, ...rest }: Props) {
  return (
    <a
      className={look ? buttonClass(look, size, className) : (className ?? 'text-accent underline')}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        goTo(rest.href)
      }}
      {...rest}
    />
  )
}
