'use client'

import type { ComponentProps } from 'react'
import { classNames } from '@/lib/class-names'
import { controlClass, describedBy, Field, type FieldProps } from './field'
import { useFormField } from './form-context'

type Props = FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id'> & { mono?: boolean }

/** A field of several lines that grows with its text. Holds what was typed last. */
export function TextArea({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  fieldClassName,
  mono,
  className,
  rows = 5,
  defaultValue,
  ...rest
}: Props) {
  const { id, typed, errors } = useFormField(name)
  const shown = error ? [error] : errors
  return (
    <Field {...{ id, label, hint, optional, hideLabel, fieldClassName }} errors={shown}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        aria-invalid={shown.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, shown)}
        className={classNames(
          controlClass,
          'max-h-[70dvh] min-h-fit resize-y field-sizing-content py-2',
          mono && 'font-mono',
          className,
        )}
        style={{ minHeight: `calc(${rows}lh + 1.25rem)` }}
        {...(rest.value === undefined && { defaultValue: typed?.[0] ?? defaultValue })}
        {...rest}
      />
    </Field>
  )
}
