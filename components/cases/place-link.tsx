'use client'

import type { ComponentProps } from 'react'
import { isPlainClick } from '@/components/shell/followed-links'
import { buttonClass, type ButtonSize, type ButtonVariant } from '@/components/ui/button-class'
import { goWithFocus } from './arriving-focus'
import { goTo } from './case-place'

type Props = ComponentProps<'a'> & {
  href: string
  look?: ButtonVariant
  size?: ButtonSize
  /** The id of what takes the keyboard there; otherwise it stays on the link. */
  focuses?: string
}

/** A link to another place of the same page: at once with scripts, by loading the page without. */
export function PlaceLink({ look, size = 'regular', focuses, className, onClick, ...rest }: Props) {
  return (
    <a
      className={look ? buttonClass(look, size, className) : (className ?? 'text-accent underline')}
      onClick={(event) => {
        onClick?.(event)
        if (!isPlainClick(event)) return
        event.preventDefault()
        if (focuses) goWithFocus(rest.href, focuses)
        else goTo(rest.href)
      }}
      {...rest}
    />
  )
}
