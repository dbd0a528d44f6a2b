'use client'

import type { ComponentProps } from 'react'
import { classNames } from '@/lib/class-names'
import { describedBy, FieldNotes, type FieldProps } from './field'
import { useFormField } from './form-context'

type Props = Omit<FieldProps, 'optional'> & Omit<ComponentProps<'input'>, 'name' | 'id' | 'type'>

/** A yes or no. Several with one `name` and different `value` make a list. Holds what was ticked last. */
export function Checkbox({
  name,
  label,
  hint,
  error,
  hideLabel,
  fieldClassName,
  value = 'on',
  defaultChecked,
  ...rest
}: Props) {
  const { id: fieldId, typed, errors } = useFormField(name)
  const id = value === 'on' ? fieldId : `${fieldId}-${String(value)}`
  const shown = error ? [error] : value === 'on' ? errors : []
  return (
    <div className={classNames('grid gap-1', fieldClassName)}>
      <label htmlFor={id} className="flex min-h-6 w-fit items-start gap-2.5">
        <input
          id={id}
          name={name}
          type="checkbox"
          value={value}
          aria-invalid={shown.length > 0 || undefined}
          aria-describedby={describedBy(id, hint, shown)}
          className="mt-0.5 size-5 shrink-0 accent-accent"
          {...(rest.checked === undefined && {
            defaultChecked: typed ? typed.includes(String(value)) : defaultChecked,
          })}
          {...rest}
        />
        <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
      </label>
      {(hint || shown.length > 0) && (
        <div className="pl-7.5">
          <FieldNotes id={id} hint={hint} errors={shown} />
        </div>
      )}
    </div>
  )
}
