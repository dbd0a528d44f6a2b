'use client'

import { useState } from 'react'
import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { affectednessLabel } from '@/components/cases/case-words'
import { ActSubmit } from '@/components/cases/may-button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field-group'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { changeLinesAction } from '@/server/cases/actions'
import { affectednessChoices, justificationChoices, planChoices } from './line-choices'

/** The same judgement for several lines, all or none. Each carries the version that was seen when the form was opened. */
export function BulkLinesForm() {
  const { lines } = useCase().view
  const [seen] = useState(() => new Map(lines.map(({ id, version }) => [id, version])))
  return (
    <div className="rounded-md border border-line bg-canvas p-3">
      <CaseForm
        id="bulk"
        action={changeLinesAction}
        done="Lines saved."
        closes
        className="group/line grid gap-3"
      >
        <FieldGroup name="lines" label="Which lines">
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {lines.map((line) => (
              <Checkbox
                key={line.id}
                name="lines"
                value={`${line.id}:${seen.get(line.id) ?? line.version}`}
                label={
                  <>
                    <span className="font-mono">{line.name}</span>{' '}
                    <span className="text-muted">{affectednessLabel[line.affectedness].toLowerCase()}</span>
                  </>
                }
              />
            ))}
          </div>
        </FieldGroup>
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            name="affectedness"
            label="Are they affected?"
            choices={affectednessChoices}
            defaultValue="affected"
          />
          <Select
            name="justification"
            label="Why not"
            placeholder="Choose a reason"
            choices={justificationChoices}
            fieldClassName="hidden group-has-[option[value=not\_affected]:checked]/line:grid"
          />
          <Select
            name="plan"
            label="What they get"
            placeholder="As the policy proposes for each"
            choices={planChoices}
            fieldClassName="hidden group-has-[option[value=affected]:checked]/line:grid"
          />
        </div>
        <TextArea
          name="planReason"
          label="Reason"
          optional
          hint="Needed when they get no fix, where it stands in the advisory, and when one of them gets something else than the policy proposes for it."
          rows={2}
          fieldClassName="hidden group-has-[option[value=affected]:checked]/line:grid"
        />
        <div>
          <ActSubmit act="edit_lines" variant="secondary" pendingLabel="Saving…">
            Save these lines
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}
