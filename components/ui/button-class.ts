import { classNames } from '@/lib/class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'regular' | 'small'

const looks: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-control bg-surface text-text hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-hover',
  danger: 'border-transparent bg-danger text-on-danger hover:bg-danger-strong',
}

/** How something that can be pressed looks, whether a button or a link. */
export const buttonClass = (variant: ButtonVariant, size: ButtonSize, extra?: string): string =>
  classNames(
    'inline-flex items-center justify-center justify-self-start gap-2 rounded-md border font-medium whitespace-nowrap no-underline transition-colors select-none',
    'aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted',
    size === 'regular' ? 'min-h-(--control-height) px-4 py-1' : 'min-h-7 px-2.5 text-sm',
    looks[variant],
    extra,
  )
