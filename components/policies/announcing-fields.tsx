'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { TextInput } from '@/components/ui/text-input'
import { FormPart } from './form-part'
import { filled, ticked, type PolicyValues } from './policy-values'
import { WeekdayBoxes } from './weekday-boxes'

/** When an advisory may be published, and how long a case may stay private. */
export function AnnouncingFields({ values }: { values: PolicyValues }) {
  return (
    <FormPart
      title="Announcing"
      note="When the advisory may be published, and for how long a case stays private."
    >
      <TextInput
        {...filled(values, 'announce.delayDays')}
        label="Days to wait after the last patch release"
        hint="Gives users time to install the fix. 0: announced once the fix is released."
        inputMode="numeric"
        className="max-w-24 tabular-nums"
      />
      <WeekdayBoxes
        values={values}
        name="announce.preferredWeekdays"
        label="Preferred weekdays"
        hint="Before a weekend few people install fixes. None ticked: any day."
        optional
      />
      <TextInput
        {...filled(values, 'announce.preferredTime')}
        type="time"
        label="Preferred time"
        hint="In the calendar’s time zone."
        className="max-w-32"
        optional
      />
      <Checkbox {...ticked(values, 'announce.avoidHolidays')} label="Avoid holidays and shutdowns" />
      <Checkbox
        {...ticked(values, 'announce.secondApproval')}
        label="A second maintainer approves every advisory"
        hint="Asked for when the team has one."
      />
      <TextInput
        {...filled(values, 'embargo.longestDays')}
        label="Longest embargo in days"
        hint="How long reporters are asked to keep a problem private. Empty: no limit is promised."
        inputMode="numeric"
        className="max-w-24 tabular-nums"
        optional
      />
    </FormPart>
  )
}
