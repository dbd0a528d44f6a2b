'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { affectednessLabel, planLabel, workLabel } from '@/components/cases/case-words'
import { ChangedMeanwhile } from '@/components/cases/changed-meanwhile'
import type { FieldValue } from '@/components/cases/differing-fields'
import { ActSubmit } from '@/components/cases/may-button'
import { useSeenFields } from '@/components/cases/seen-fields'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { justificationLabel } from '@/domain/backports/justification-label'
import { changeLineAction } from '@/server/cases/actions'
import type { LineView } from '@/server/cases/case-view-lines'
import { affectednessChoices, justificationChoices, planChoices, workChoices } from './line-choices'
import { standingOf } from './standing-of'

/** The fields of the form, as the line stands. */
const fieldsOf = (line: LineView): FieldValue[] => {
  const choice = (labels: Readonly<Record<string, string>>) => (value: string) => labels[value] ?? value
  return [
    {
      name: 'affectedness',
      label: 'Affected?',
      value: line.affectedness,
      inWords: choice(affectednessLabel),
    },
    {
      name: 'justification',
      label: 'Why not',
      value: line.justification ?? '',
      inWords: choice(justificationLabel),
    },
    { name: 'introducedIn', label: 'First affected version', value: line.introducedIn ?? '' },
    {
      name: 'plan',
      label: 'What it gets',
      value: line.plan ?? line.proposal.plan ?? 'fix',
      inWords: choice(planLabel),
    },
    { name: 'work', label: 'How far the work is', value: line.work ?? 'todo', inWords: choice(workLabel) },
    { name: 'planReason', label: 'Reason', value: line.planReason ?? '' },
    { name: 'fixUrl', label: 'Link to the fix', value: line.fixUrl ?? '' },
  ]
}

/** One row of the lines table while it is edited. What does not apply to the choice made is out of sight. */
export function LineForm({ line }: { line: LineView }) {
  const { view } = useCase()
  const formId = `line-form-${line.id}`
  const version = useSeenFields(formId, line.version, fieldsOf(line))
  return (
    <div className="grid gap-3">
      {version.isStale && (
        <ChangedMeanwhile
          who={line.changedBy}
          differences={version.differences}
          keepMine={version.keepMine}
          takeTheirs={version.takeTheirs}
        >
          {standingOf(line)}
        </ChangedMeanwhile>
      )}
      <CaseForm
        key={version.round}
        id={formId}
        action={changeLineAction}
        done={`${line.name} saved.`}
        hidden={{ line: line.id, seen: String(version.seen) }}
        closes
        className="group/line grid gap-3"
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            name="affectedness"
            label={`Is ${line.name} affected?`}
            choices={affectednessChoices}
            defaultValue={version.initially('affectedness')}
          />
          <Select
            name="justification"
            label="Why not"
            placeholder="Choose a reason"
            choices={justificationChoices}
            defaultValue={version.initially('justification')}
            fieldClassName="hidden group-has-[option[value=not\_affected]:checked]/line:grid"
          />
          <TextInput
            name="introducedIn"
            label="First affected version"
            optional
            mono
            placeholder={line.range}
            defaultValue={version.initially('introducedIn')}
            fieldClassName="hidden group-has-[option[value=affected]:checked]/line:grid"
          />
        </div>
        <div className="hidden gap-3 group-has-[option[value=affected]:checked]/line:grid">
          <p className="text-sm text-muted">
            The policy proposes {planLabel[line.proposal.plan ?? 'fix'].toLowerCase()}: {line.proposal.why}
          </p>
          <div className="grid gap-3 sm:grid-cols-2">
            <Select
              name="plan"
              label="What it gets"
              choices={planChoices}
              defaultValue={version.initially('plan')}
            />
            <Select
              name="work"
              label="How far the work is"
              choices={workChoices(line.work, line.nextWorks)}
              defaultValue={version.initially('work')}
              fieldClassName="hidden group-has-[option[value=fix]:checked]/line:grid"
            />
          </div>
          <TextArea
            name="planReason"
            label="Reason"
            optional
            hint="Needed when it gets no fix, where it stands in the advisory, and when it gets something else than the policy proposes."
            defaultValue={version.initially('planReason')}
            rows={2}
          />
          <TextInput
            name="fixUrl"
            label="Link to the fix"
            optional
            type="url"
            defaultValue={version.initially('fixUrl')}
            fieldClassName="hidden group-has-[option[value=fix]:checked]/line:grid"
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <ActSubmit act="edit_lines" variant="secondary" pendingLabel="Saving…">
            Save {line.name}
          </ActSubmit>
          {view.announcedAt && (
            <span className="text-sm text-muted">Readers see a fix of this line as a revision.</span>
          )}
        </div>
      </CaseForm>
    </div>
  )
}
