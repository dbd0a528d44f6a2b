import { classNames } from '@/lib/class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'regular' | 'small'

/** How something that can be pressed looks, whether a button or a link (parts.css). */
export const buttonClass = (variant: ButtonVariant, size: ButtonSize, extra?: string): string =>
  classNames('button', variant, size === 'small' && size, extra)
