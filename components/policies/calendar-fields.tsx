'use client'

import { Select, type Choice } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { useFormField } from '@/components/ui/form-context'
import { offeredTimeZones } from '@/lib/time-zones'
import { FormPart } from './form-part'
import { filled, type PolicyValues } from './policy-values'
import { WeekdayBoxes } from './weekday-boxes'

type Props = {
  values: PolicyValues
  regions: readonly Choice[]
  /** The last year whose holidays are stored; null: none are. */
  holidaysUntil: string | null
}

/** When the team works: what business hours mean and which days announcements avoid. */
export function CalendarFields({ values, regions, holidaysUntil }: Props) {
  const { typed } = useFormField('businessCalendar.timeZone')
  const zone = typed?.[0] ?? String(values['businessCalendar.timeZone'])
  const zones = offeredTimeZones.includes(zone) ? offeredTimeZones : [zone, ...offeredTimeZones]
  return (
    <FormPart
      title="Working calendar"
      note="Decides what business hours are, which days announcements avoid, and when a day of support begins and ends."
    >
      <Select
        {...filled(values, 'businessCalendar.timeZone')}
        label="Time zone"
        fieldClassName="max-w-sm"
        choices={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      />
      <WeekdayBoxes
        values={values}
        name="businessCalendar.workingDays"
        label="Working days"
        hint="Business hours pass on these days only."
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">
          Working hours <span className="font-normal text-muted">(optional)</span>
        </legend>
        <p className="max-w-prose text-sm text-muted">
          Empty: working days count whole, so 48 business hours are two working days.
        </p>
        <div className="mt-1 flex flex-wrap items-end gap-2">
          <TextInput
            {...filled(values, 'businessCalendar.workingHours.from')}
            type="time"
            label="Working hours from"
            hideLabel
            className="max-w-32"
          />
          <span className="py-1.5">to</span>
          <TextInput
            {...filled(values, 'businessCalendar.workingHours.to')}
            type="time"
            label="Working hours to"
            hideLabel
            className="max-w-32"
          />
        </div>
      </fieldset>
      <Select
        {...filled(values, 'businessCalendar.holidayRegion')}
        label="Public holidays of"
        hint={`Stored for this year and the next two each time you save.${holidaysUntil ? ` Stored now: until the end of ${holidaysUntil}.` : ''}`}
        fieldClassName="max-w-sm"
        placeholder="No region"
        choices={regions}
        optional
      />
      <TextArea
        {...filled(values, 'businessCalendar.ownHolidays')}
        label="Holidays of your own"
        hint="One on each line: 2026-12-24 Christmas Eve"
        rows={3}
        mono
        optional
      />
      <TextArea
        {...filled(values, 'businessCalendar.shutdowns')}
        label="Shutdowns"
        hint="One on each line, both days included: 2026-12-24 … 2026-12-31 Winter break"
        rows={3}
        mono
        optional
      />
    </FormPart>
  )
}
