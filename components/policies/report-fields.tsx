'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field-group'
import { TextArea } from '@/components/ui/text-area'
import { FormPart } from './form-part'
import { filled, ticked, type PolicyValues } from './policy-values'

/** What a report must have, and what it may be about. */
export function ReportFields({ values }: { values: PolicyValues }) {
  return (
    <FormPart
      title="Reports"
      note="What a report must have, and what counts as a vulnerability. Shown before anybody writes one."
    >
      <FieldGroup
        name="reportMustHave.fields"
        label="A report must have"
        hint="A contact that must be given keeps out reporters who want to stay unknown."
      >
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          <Checkbox {...ticked(values, 'reportMustHave.fields', 'description')} label="a description" />
          <Checkbox {...ticked(values, 'reportMustHave.fields', 'impact')} label="the impact" />
          <Checkbox {...ticked(values, 'reportMustHave.fields', 'contact')} label="a contact" />
        </div>
      </FieldGroup>
      <Checkbox
        {...ticked(values, 'reportMustHave.completeInItself')}
        label="It is complete in itself"
        hint="A bare link or a bare attachment is refused with an explanation."
      />
      <Checkbox
        {...ticked(values, 'reportMustHave.oneVulnerability')}
        label="It is about one vulnerability"
      />
      <TextArea
        {...filled(values, 'scope.inScope')}
        label="In scope"
        hint="One on each line."
        rows={3}
        optional
      />
      <TextArea
        {...filled(values, 'scope.outOfScope')}
        label="Out of scope"
        hint="One on each line. Say where it belongs instead."
        rows={3}
        optional
      />
      <TextArea
        {...filled(values, 'scope.unsafeByDesign')}
        label="Unsafe by design"
        hint="One on each line: the behaviour, a bar, and where it is documented. Plugins run any code | https://docs.example.org/plugins"
        rows={3}
        optional
      />
      <TextArea
        {...filled(values, 'scope.prohibitedTesting')}
        label="Prohibited testing"
        hint="One on each line."
        rows={3}
        optional
      />
    </FormPart>
  )
}
