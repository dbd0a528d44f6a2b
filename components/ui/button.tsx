import { useId, type ComponentProps, type ReactNode } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class'
import { Sentence } from './sentence'

type Props = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Why it cannot be pressed now. The reason stands beside the button and is read with it. */
  disabledReason?: ReactNode
}

/** A button. It stays reachable by keyboard when it cannot be pressed, so that its reason can be read. */
export function Button({
  variant = 'secondary',
  size = 'regular',
  type = 'button',
  disabledReason,
  className,
  ...rest
}: Props) {
  const reasonId = useId()
  const look = buttonClass(variant, size, className)
  if (!disabledReason) return <button type={type} className={look} {...rest} />
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {/* type=button without a handler: pressing does nothing, with or without scripts. */}
      <button
        {...rest}
        type="button"
        onClick={undefined}
        className={look}
        aria-disabled
        aria-describedby={reasonId}
      />
      <span id={reasonId} className="text-sm text-muted">
        {typeof disabledReason === 'string' ? <Sentence text={disabledReason} /> : disabledReason}
      </span>
    </span>
  )
}
