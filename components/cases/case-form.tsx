'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { useToast } from '@/components/ui/toast'
import type { FormAction, FormState } from '@/lib/form-state'
import { useCase } from './case-context'
import { goTo, isAt, useCasePlace } from './case-place'

type Props = {
  /** Also the beginning of its fields' ids, which errors link to. */
  id: string
  action: FormAction
  /** Said when it worked. */
  done: string
  hidden?: Record<string, string>
  /** Closes the panel or the form it stands in when it worked. */
  closes?: boolean
  resetOnDone?: boolean
  className?: string
  onDone?: (state: FormState) => void
  /** Something was typed or chosen in it. */
  onInput?: () => void
  /** Takes back what was done; offered beside what is said. */
  undo?: (state: FormState) => void
  children: ReactNode
}

/** A form that changes the case of the page: names the case, and shows what came of it. */
export function CaseForm({
  id,
  action,
  done,
  hidden,
  closes,
  resetOnDone,
  className = 'grid gap-4',
  onDone,
  onInput,
  undo,
  children,
}: Props) {
  const { view, refresh } = useCase()
  const { to } = useCasePlace()
  const announce = useToast()
  return (
    <ActionForm
      id={id}
      action={action}
      hidden={{ case: view.reference, ...hidden }}
      resetOnDone={resetOnDone}
      className={className}
      onInput={onInput}
      onDone={(state) => {
        refresh()
        announce({ text: done, ...(undo && { action: { label: 'Undo', onPress: () => undo(state) } }) })
        onDone?.(state)
        // Whoever went elsewhere on the page meanwhile stays there.
        if (closes && isAt(to({}))) goTo(to({ panel: null, form: null }))
      }}
    >
      {(state) => (
        <>
          {children}
          {state.status === 'done' && (
            <p className="hidden text-on-track noscript:block">✓ {state.message ?? done}</p>
          )}
        </>
      )}
    </ActionForm>
  )
}
