'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-class'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CaseAct } from '@/server/cases/case-view-acts'
import { useCase } from './case-context'
import { PlaceLink } from './place-link'

type Props = { act: CaseAct; variant?: ButtonVariant; size?: ButtonSize; children: ReactNode }

/** Why the person cannot do this now; undefined when they can. */
export function useHindrance(act: CaseAct): string | undefined {
  const decision = useCase().view.acts[act]
  return decision.allowed ? undefined : decision.reason
}

/** Sends the form it stands in; when the act is not possible now it says why beside it. */
export function ActSubmit({
  act,
  ...rest
}: Props & Pick<ComponentProps<typeof SubmitButton>, 'pendingLabel' | 'name' | 'value'>) {
  return <SubmitButton disabledReason={useHindrance(act)} {...rest} />
}

/** Leads to where the act is done; when it is not possible now it says why beside it. */
export function ActLink({
  act,
  href,
  focuses,
  variant = 'secondary',
  size,
  label,
  children,
}: Props & {
  href: string
  focuses?: string
  /** Its name in full, where many of one word stand in a table. */
  label?: string
}) {
  const hindrance = useHindrance(act)
  if (hindrance !== undefined)
    return (
      <Button variant={variant} size={size} disabledReason={hindrance} aria-label={label}>
        {children}
      </Button>
    )
  return (
    <PlaceLink look={variant} size={size} href={href} focuses={focuses} aria-label={label}>
      {children}
    </PlaceLink>
  )
}
