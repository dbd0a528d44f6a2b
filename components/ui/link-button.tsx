import type { ComponentProps } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class'

type Props = ComponentProps<'a'> & { href: string; variant?: ButtonVariant; size?: ButtonSize }

/** A link that looks like a button: for the one next step of a page. */
export function LinkButton({ variant = 'secondary', size = 'regular', className, ...rest }: Props) {
  return <a className={buttonClass(variant, size, className)} {...rest} />
}
