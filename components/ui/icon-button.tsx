import type { ComponentProps } from 'react'
import { classNames } from '@/lib/class-names'
import { iconClass, type IconName } from './icon-class'

type Props = Omit<ComponentProps<'button'>, 'children'> & { label: string; icon: IconName }

/** A button with a sign only; `label` is its name for those who do not see the sign, and its title for those who do. */
export function IconButton({ label, icon, type = 'button', className, ...rest }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex size-7 align-middle shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text',
        iconClass[icon],
        className,
      )}
      {...rest}
    />
  )
}
