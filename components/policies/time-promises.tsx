'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { FormPart } from './form-part'
import { filled, ticked, type PolicyValues } from './policy-values'
import { SpanFields } from './span-fields'

/** When a reporter hears from the team. */
export function TimePromises({ values }: { values: PolicyValues }) {
  return (
    <FormPart title="When you answer" note="Each promise becomes a clock that the reporter sees as well.">
      <SpanFields
        values={values}
        name="acknowledge"
        label="Acknowledge within"
        hint="Met when a maintainer answers; the automatic receipt does not count."
        none="as soon as possible, without a number"
      />
      <SpanFields
        values={values}
        name="respond"
        label="Detailed response within"
        hint="Met by an answer that says what happens next."
        none="not promised"
      />
      <Select
        {...filled(values, 'respond.countedFrom')}
        label="The response counts from"
        fieldClassName="max-w-sm"
        choices={[
          { value: 'received', label: 'the arrival of the report' },
          { value: 'acknowledged', label: 'the acknowledgement' },
        ]}
      />
      <TextInput
        {...filled(values, 'keepInformedEveryDays')}
        label="Keep the reporter informed every so many days"
        hint="Empty: not promised."
        inputMode="numeric"
        optional
        className="max-w-24 tabular-nums"
      />
      <TextInput
        {...filled(values, 'silenceDays')}
        label="Days of silence after which you may go on without an answer"
        hint="While you wait for the reporter your clocks pause. They keep the credit."
        inputMode="numeric"
        className="max-w-24 tabular-nums"
      />
      <Checkbox
        {...ticked(values, 'reporterMayPublishIfIgnored')}
        label="Reporters may publish when these promises are broken"
        hint="Their page then says so."
      />
    </FormPart>
  )
}
