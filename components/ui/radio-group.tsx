'use client'

import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'
import { describedBy, FieldNotes, type FieldProps } from './field'
import { useFormField } from './form-context'
import { OptionalMark } from './optional-mark'

export type RadioChoice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type Props = FieldProps & {
  choices: readonly RadioChoice[]
  defaultValue?: string
  value?: string
  onValueChange?: (value: string) => void
  /** Beside each other instead of below. */
  inline?: boolean
}

/** One of a few, all visible. Holds what was chosen last; an error in the summary leads to the first choice. */
export function RadioGroup({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  fieldClassName,
  choices,
  defaultValue,
  value,
  onValueChange,
  inline,
}: Props) {
  const { id, typed, errors } = useFormField(name)
  const shown = error ? [error] : errors
  const chosen = typed?.[0] ?? defaultValue
  return (
    <fieldset
      className={classNames('grid gap-1', fieldClassName)}
      aria-describedby={describedBy(id, hint, shown)}
    >
      <legend className={hideLabel ? 'sr-only' : 'mb-1 font-medium'}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      <FieldNotes id={id} hint={hint} errors={shown} />
      <div className={classNames('mt-1 flex', inline ? 'flex-wrap gap-x-6 gap-y-2' : 'flex-col gap-2')}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="flex min-h-6 w-fit items-start gap-2.5">
            <input
              id={index === 0 ? id : `${id}-${choice.value}`}
              type="radio"
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              className="mt-0.5 size-5 shrink-0 accent-accent"
              {...(value === undefined
                ? { defaultChecked: choice.value === chosen }
                : { checked: choice.value === value, onChange: () => onValueChange?.(choice.value) })}
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-sm text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
