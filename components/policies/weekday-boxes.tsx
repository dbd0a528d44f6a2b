'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field-group'
import { ticked, type PolicyValues } from './policy-values'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

type Props = { values: PolicyValues; name: string; label: string; hint: string; optional?: boolean }

/** A choice of weekdays, by their ISO numbers. */
export function WeekdayBoxes({ values, name, label, hint, optional }: Props) {
  return (
    <FieldGroup name={name} label={label} hint={hint} optional={optional}>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {weekdays.map((weekday, index) => (
          <Checkbox key={weekday} {...ticked(values, name, String(index + 1))} label={weekday} />
        ))}
      </div>
    </FieldGroup>
  )
}
