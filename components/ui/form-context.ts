'use client'

import { createContext, useContext } from 'react'
import { idleForm, type FormState } from '@/lib/form-state'

type FormContextValue = {
  id: string
  state: FormState
  pending: boolean
  /** How much of it has left, 0 to 1; null: nothing is known of that. */
  progress: number | null
}

/** What the fields of a form know about it. Outside an ActionForm: an idle form without an id. */
export const FormContext = createContext<FormContextValue>({
  id: 'form',
  state: idleForm(),
  pending: false,
  progress: null,
})

/** Id of the control of a field, which the error summary links to. */
export const controlId = (formId: string, name: string): string => `${formId}-${name}`

/** Id, last typed values and errors of one field of the surrounding form. */
export function useFormField(name: string): { id: string; typed: string[] | undefined; errors: string[] } {
  const { id, state } = useContext(FormContext)
  const typed = state.values[name]
  return {
    id: controlId(id, name),
    typed: typed === undefined ? undefined : Array.isArray(typed) ? typed : [typed],
    errors: state.fieldErrors[name] ?? [],
  }
}
