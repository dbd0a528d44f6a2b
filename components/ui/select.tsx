'use client'

import type { ComponentProps } from 'react'
import { classNames } from '@/lib/class-names'
import { controlClass, describedBy, Field, type FieldProps } from './field'
import { useFormField } from './form-context'

export type Choice = { value: string; label: string; disabled?: boolean }

type Props = FieldProps &
  Omit<ComponentProps<'select'>, 'name' | 'id' | 'children'> & {
    choices: readonly Choice[]
    /** First entry with an empty value, such as "Choose a line". */
    placeholder?: string
  }

/** One of a list, with the browser's own picker. Holds what was chosen last. */
export function Select({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  fieldClassName,
  choices,
  placeholder,
  className,
  defaultValue,
  ...rest
}: Props) {
  const { id, typed, errors } = useFormField(name)
  const shown = error ? [error] : errors
  return (
    <Field {...{ id, label, hint, optional, hideLabel, fieldClassName }} errors={shown}>
      <select
        id={id}
        name={name}
        aria-invalid={shown.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, shown)}
        className={classNames(controlClass, 'select-arrow', className)}
        {...(rest.value === undefined && { defaultValue: typed?.[0] ?? defaultValue })}
        {...rest}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map(({ value, label: text, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
}
