'use client'

import { useContext, type ComponentProps } from 'react'
import { Disclosure } from './disclosure'
import { FormContext } from './form-context'

/** Folds the fields of the form it stands in; once that was sent it is open, so that without scripts nobody misses what came of it. */
export function FormDisclosure(props: Omit<ComponentProps<typeof Disclosure>, 'open'>) {
  const { state } = useContext(FormContext)
  return <Disclosure open={state.status !== 'idle'} {...props} />
}
