'use client'

import { useContext, type ComponentProps } from 'react'
import { Button } from './button'
import { FormContext } from './form-context'

type Props = Omit<ComponentProps<typeof Button>, 'type'> & { pendingLabel?: string }

/** Sends the surrounding ActionForm. While it is being sent it says so and a second press does nothing. */
export function SubmitButton({ variant = 'primary', pendingLabel = 'Sending…', children, ...rest }: Props) {
  const { pending } = useContext(FormContext)
  return (
    <Button type="submit" variant={variant} aria-disabled={pending || undefined} {...rest}>
      <span aria-live="polite">{pending ? pendingLabel : children}</span>
    </Button>
  )
}
