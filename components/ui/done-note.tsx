'use client'

import { useContext } from 'react'
import { FormContext } from '@/components/ui/form-context'
import { useUiWords } from '@/components/ui/ui-language'

/** Says beside the button that the form was accepted. */
export function DoneNote() {
  const { state, pending } = useContext(FormContext)
  const { done } = useUiWords()
  return (
    <p role="status" className="text-on-track">
      {state.status === 'done' && !pending && (
        <>
          <span aria-hidden="true">✓ </span>
          {state.message ?? done}
        </>
      )}
    </p>
  )
}
