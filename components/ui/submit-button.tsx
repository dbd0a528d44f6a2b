'use client'

import { useContext, type ComponentProps } from 'react'
import { Button } from './button'
import { FormContext } from './form-context'
import { useUiWords } from './ui-language'

type Props = Omit<ComponentProps<typeof Button>, 'type'> & { pendingLabel?: string }

/** Sends the surrounding ActionForm. While it is being sent it says so and a second press does nothing. */
export function SubmitButton({ variant = 'primary', pendingLabel, children, ...rest }: Props) {
  const { pending } = useContext(FormContext)
  const { sending } = useUiWords()
  return (
    <Button type="submit" variant={variant} aria-disabled={pending || undefined} {...rest}>
      <span aria-live="polite">{pending ? (pendingLabel ?? sending) : children}</span>
    </Button>
  )
}
