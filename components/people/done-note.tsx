'use client'

import { useContext } from 'react'
import { FormContext } from '@/components/ui/form-context'

/** Says beside the button that the form was accepted. */
export function DoneNote() {
  const { state, pending } = useContext(FormContext)
  return (
    <p role="status" className="text-on-track">
      {state.status === 'done' && !pending && (
        <>
          <span aria-hidden="true">✓ </span>
          {state.message ?? 'Done.'}
        </>
      )}
    </p>
  )
}
