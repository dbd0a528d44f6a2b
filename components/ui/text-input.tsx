'use client'

import type { ComponentProps } from 'react'
import { classNames } from '@/lib/class-names'
import { controlClass, describedBy, Field, type FieldProps } from './field'
import { useFormField } from './form-context'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id'> & { mono?: boolean }

/** A field of one line: text, mail, number, password, search, file. Holds what was typed last. */
export function TextInput({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  fieldClassName,
  mono,
  className,
  type = 'text',
  defaultValue,
  ...rest
}: Props) {
  const { id, typed, errors } = useFormField(name)
  const shown = error ? [error] : errors
  const uncontrolled = rest.value === undefined && type !== 'file'
  return (
    <Field {...{ id, label, hint, optional, hideLabel, fieldClassName }} errors={shown}>
      <input
        id={id}
        name={name}
        type={type}
        aria-invalid={shown.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, shown)}
        className={classNames(
          controlClass,
          mono && 'font-mono tabular-nums',
          type === 'file' && 'py-2 file:mr-3 file:rounded-sm file:border-0 file:bg-hover file:px-2 file:py-1',
          className,
        )}
        {...(uncontrolled && { defaultValue: typed?.[0] ?? defaultValue })}
        {...rest}
      />
    </Field>
  )
}
