'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { affectednessLabel, planLabel, workLabel } from '@/components/cases/case-words'
import { ChangedMeanwhile, useSeenVersion } from '@/components/cases/changed-meanwhile'
import { ActSubmit } from '@/components/cases/may-button'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { changeLineAction } from '@/server/cases/actions'
import type { LineView } from '@/server/cases/case-view-lines'
import { affectednessChoices, justificationChoices, planChoices, workChoices } from './line-choices'

const now = (line: LineView) =>
  [
    affectednessLabel[line.affectedness],
    line.plan && planLabel[line.plan],
    line.work && workLabel[line.work],
    line.release?.version,
  ]
    .filter(Boolean)
    .join(' · ')

/** One row of the lines table while it is edited. What does not apply to the choice made is out of sight. */
export function LineForm({ line }: { line: LineView }) {
  const { view } = useCase()
  const version = useSeenVersion(line.version)
  return (
    <div className="grid gap-3">
      {version.isStale && (
        <ChangedMeanwhile who={line.changedBy} keepMine={version.keepMine} takeTheirs={version.takeTheirs}>
          {now(line)}
        </ChangedMeanwhile>
      )}
      <CaseForm
        key={version.round}
        id={`line-${line.id}`}
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
            defaultValue={line.affectedness}
          />
          <Select
            name="justification"
            label="Why not"
            placeholder="Choose a reason"
            choices={justificationChoices}
            defaultValue={line.justification ?? ''}
            fieldClassName="hidden group-has-[option[value=not\_affected]:checked]/line:grid"
          />
          <TextInput
            name="introducedIn"
            label="First affected version"
            optional
            mono
            placeholder={line.range}
            defaultValue={line.introducedIn ?? ''}
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
              defaultValue={line.plan ?? line.proposal.plan ?? 'fix'}
            />
            <Select
              name="work"
              label="How far the work is"
              choices={workChoices(line.work, line.nextWorks)}
              defaultValue={line.work ?? 'todo'}
              fieldClassName="hidden group-has-[option[value=fix]:checked]/line:grid"
            />
          </div>
          <TextArea
            name="planReason"
            label="Reason"
            optional
            hint="Needed when it gets no fix, where it stands in the advisory, and when it gets something else than the policy proposes."
            defaultValue={line.planReason ?? ''}
            rows={2}
          />
          <TextInput
            name="fixUrl"
            label="Link to the fix"
            optional
            type="url"
            defaultValue={line.fixUrl ?? ''}
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
