'use client'

import { useFormField } from '@/components/ui/form-context'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { filled, type PolicyValues } from './policy-values'

type Props = {
  values: PolicyValues
  name: 'acknowledge' | 'respond'
  label: string
  hint: string
  /** What promising no number is called. */
  none: string
}

/** A number of hours and how they count. */
export function SpanFields({ values, name, label, hint, none }: Props) {
  const { errors } = useFormField(`${name}.hours`)
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <p className="max-w-prose text-sm text-muted">{hint}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        <TextInput
          {...filled(values, `${name}.hours`)}
          label={`${label}: hours`}
          hideLabel
          inputMode="numeric"
          placeholder="Hours"
          fieldClassName={errors.length > 0 ? 'basis-full' : undefined}
          className="max-w-24 tabular-nums"
        />
        <Select
          {...filled(values, `${name}.counting`)}
          label={`${label}: how the hours count`}
          hideLabel
          fieldClassName="min-w-0 flex-1 basis-56"
          choices={[
            { value: 'calendar', label: 'hours by the clock' },
            { value: 'business', label: 'business hours' },
            { value: 'none', label: none },
          ]}
        />
      </div>
    </fieldset>
  )
}
