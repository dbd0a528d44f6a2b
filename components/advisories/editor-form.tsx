'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ChangedMeanwhile, useSeenVersion } from '@/components/cases/changed-meanwhile'
import { ActSubmit } from '@/components/cases/may-button'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { editAdvisoryAction } from '@/server/advisories/actions'
import type { AdvisoryView } from '@/server/cases/case-view-advisory'
import { DraftText } from './editor-draft-text'

/** The words of the advisory. Versions, severity and credits are not typed here: they come from the case. */
export function AdvisoryForm({ advisory }: { advisory: AdvisoryView }) {
  const { view } = useCase()
  const version = useSeenVersion(advisory.version)
  const { draft } = advisory
  return (
    <div className="grid gap-4">
      {version.isStale && (
        <ChangedMeanwhile who={advisory.editedBy} keepMine={version.keepMine} takeTheirs={version.takeTheirs}>
          <DraftText draft={draft} />
        </ChangedMeanwhile>
      )}
      <CaseForm
        key={version.round}
        id="advisory"
        action={editAdvisoryAction}
        done={`Saved as version ${version.seen + 1}.`}
        hidden={{ seen: String(version.seen) }}
        onDone={({ data }) => version.saved((data as { version: number }).version)}
        className="group/advisory grid gap-4"
      >
        <TextInput name="title" label="Title" defaultValue={draft.title ?? ''} maxLength={200} />
        <TextArea
          name="summary"
          label="Summary"
          hint="One paragraph: what is wrong, and who is concerned. Markdown."
          defaultValue={draft.summary ?? ''}
          rows={3}
        />
        <TextArea
          name="impact"
          label="Impact"
          hint="What an attacker can do, and what they need for it. Markdown."
          defaultValue={draft.impact ?? ''}
          rows={3}
        />
        <TextArea
          name="actions"
          label="What users must do"
          hint="Markdown. The fixed versions are listed beneath by themselves."
          defaultValue={draft.actions ?? ''}
          rows={3}
        />
        <TextArea
          name="workarounds"
          label="Workarounds"
          optional
          hint="For who cannot update yet. Markdown."
          defaultValue={draft.workarounds ?? ''}
          rows={2}
        />
        <TextArea
          name="references"
          label="References"
          optional
          mono
          hint="One a line: the link, then its name."
          defaultValue={draft.references}
          rows={3}
        />
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <TextInput
            name="cveId"
            label="CVE id"
            optional
            mono
            placeholder="CVE-2026-12345"
            defaultValue={draft.cveId ?? ''}
          />
          <TextInput
            name="noCveReason"
            label="Why there is none"
            optional
            hint="Needed without an id."
            defaultValue={draft.noCveReason ?? ''}
          />
        </div>
        <RadioGroup
          name="creditDecision"
          label="Who is credited"
          defaultValue={draft.creditDecision ?? undefined}
          choices={[
            { value: 'as_in_ledger', label: 'Everybody in the ledger below who accepted' },
            { value: 'nobody', label: 'Nobody' },
          ]}
        />
        <TextInput
          name="noCreditReason"
          label="Why nobody is credited"
          defaultValue={draft.noCreditReason ?? ''}
          fieldClassName="hidden group-has-[input[value=nobody]:checked]/advisory:grid"
        />
        <div className="flex flex-wrap items-center gap-3">
          <ActSubmit act="edit_advisory" variant="secondary" pendingLabel="Saving…">
            Save the draft
          </ActSubmit>
          <span className="text-sm text-muted">
            {view.announcedAt
              ? 'Readers see it once you publish a correction.'
              : advisory.approval?.isCurrent
                ? 'It was approved; saving asks for another approval.'
                : 'It can be saved unfinished.'}
          </span>
        </div>
      </CaseForm>
    </div>
  )
}
