'use client'

import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'
import { describedBy, FieldNotes, type FieldProps } from './field'
import { useFormField } from './form-context'
import { OptionalMark } from './optional-mark'

type Props = Omit<FieldProps, 'hideLabel'> & { children: ReactNode }

/** Several controls that answer one question, such as a list of checkboxes; shows the errors of `name`. */
export function FieldGroup({ name, label, hint, error, optional, fieldClassName, children }: Props) {
  const { id, errors } = useFormField(name)
  const shown = error ? [error] : errors
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classNames('grid gap-2', fieldClassName)}
      aria-describedby={describedBy(id, hint, shown)}
    >
      <legend className="mb-1 font-medium">
        {label}
        {optional && <OptionalMark />}
      </legend>
      <FieldNotes id={id} hint={hint} errors={shown} />
      {children}
    </fieldset>
  )
}
