'use client'

import { useState } from 'react'
import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { affectednessLabel } from '@/components/cases/case-words'
import { ActSubmit } from '@/components/cases/may-button'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field-group'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { changeLinesAction } from '@/server/cases/actions'
import { affectednessChoices, justificationChoices, planChoices, workChoices } from './line-choices'
import { standingOf } from './standing-of'

/** The same judgement for several lines, all or none. Each carries the version that was seen when the form was opened. */
export function BulkLinesForm() {
  const { lines } = useCase().view
  const versions = () => new Map(lines.map(({ id, version }) => [id, version]))
  const [seen, setSeen] = useState(versions)
  const changed = lines.filter(({ id, version }) => (seen.get(id) ?? version) !== version)
  return (
    <div className="grid gap-3 rounded-md border border-line bg-canvas p-3">
      {changed.length > 0 && (
        <Callout kind="warning" title="Lines were changed while you were editing">
          <ul className="grid gap-1">
            {changed.map((line) => (
              <li key={line.id}>
                <span className="font-mono">{line.name}</span>, by {line.changedBy ?? 'somebody'}:{' '}
                {standingOf(line)}
              </li>
            ))}
          </ul>
          <p>Your choice is still in the form and not saved. Leave out the lines that should stay so.</p>
          <Button size="small" onClick={() => setSeen(versions)}>
            Go on with the lines as they stand now
          </Button>
        </Callout>
      )}
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
            placeholder="Leave as it is, and as the policy proposes where nothing is chosen yet"
            choices={[{ value: 'proposed', label: 'As the policy proposes for each' }, ...planChoices]}
            fieldClassName="hidden group-has-[option[value=affected]:checked]/line:grid"
          />
          <Select
            name="work"
            label="How far the work is"
            placeholder="Leave as it is"
            choices={workChoices('todo', ['in_progress', 'in_review', 'merged'])}
            hint="Of the lines that get a fix."
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
