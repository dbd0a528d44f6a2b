'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field-group'
import { RadioGroup } from '@/components/ui/radio-group'
import { FormPart } from './form-part'
import { filled, ticked, type PolicyValues } from './policy-values'

/** Where fixes go and what they ship as. */
export function FixFields({ values }: { values: PolicyValues }) {
  return (
    <FormPart title="Fixes" note="Proposes the plan of every case; a handler may differ, with a reason.">
      <RadioGroup
        {...filled(values, 'backports.lines')}
        label="A fix goes to"
        choices={[
          { value: 'every_supported', label: 'every supported release line that has the vulnerability' },
          { value: 'newest_only', label: 'the newest release line only' },
        ]}
      />
      <RadioGroup
        {...filled(values, 'backports.olderMinors')}
        label="Older minor versions get a fix"
        choices={[
          { value: 'never', label: 'never' },
          {
            value: 'on_request',
            label: 'on request',
            hint: 'When somebody shows what a newer minor version breaks.',
          },
        ]}
      />
      <FieldGroup
        name="releaseKinds"
        label="Security fixes may ship as"
        hint="A major release always needs a recorded reason."
      >
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          <Checkbox {...ticked(values, 'releaseKinds', 'patch')} label="patch releases" />
          <Checkbox {...ticked(values, 'releaseKinds', 'minor')} label="minor releases" />
        </div>
      </FieldGroup>
    </FormPart>
  )
}
