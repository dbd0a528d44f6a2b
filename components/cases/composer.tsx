'use client'

import { AlsoWriting } from '@/components/attention/case-lookers'
import { DraftNote } from '@/components/attention/draft-note'
import { useDraft } from '@/components/attention/use-draft'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { absoluteTime } from '@/lib/describe-time'
import { classNames } from '@/lib/class-names'
import { sendToReporterAction, writeNoteAction } from '@/server/cases/actions'
import { useState } from 'react'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { useCasePlace } from './case-place'
import { ActSubmit } from './may-button'
import { PlaceLink } from './place-link'

/** Where one writes: to the reporter or for the team. The ground, the label and the button say who will read it. */
export function Composer() {
  const { write, to } = useCasePlace()
  const { view } = useCase()
  const mayWrite = view.acts.reply_to_reporter.allowed
  const shown = mayWrite ? write : 'note'
  // Either is drawn when it is shown first, and from then on keeps what was typed while the other is.
  const [seen, setSeen] = useState<readonly (typeof shown)[]>([shown])
  if (!seen.includes(shown)) setSeen([...seen, shown])
  return (
    <div id="composer" className="grid scroll-mt-16" data-print="hide">
      <nav aria-label="Write" className="flex gap-1">
        {(['reporter', 'note'] as const).map((audience) => (
          <PlaceLink
            key={audience}
            href={to({ write: audience === 'note' ? 'note' : null, section: null })}
            aria-current={shown === audience ? 'true' : undefined}
            className={classNames(
              'flex min-h-8 items-center rounded-t-md border border-b-0 px-3 no-underline',
              shown === audience
                ? audience === 'note'
                  ? 'border-inside bg-inside-soft font-medium text-inside'
                  : 'border-outside bg-outside-soft font-medium text-outside'
                : 'border-transparent text-muted hover:text-text',
            )}
          >
            {audience === 'note' ? 'Internal note' : 'To the reporter'}
          </PlaceLink>
        ))}
      </nav>
      <div hidden={shown !== 'reporter'}>{seen.includes('reporter') && <ToReporter />}</div>
      <div hidden={shown !== 'note'}>{seen.includes('note') && <Note />}</div>
    </div>
  )
}

const boxClass = 'grid gap-3 rounded-md rounded-tl-none border border-l-4 p-3'

function useSubmission(kind: string) {
  const { formKey } = useCase()
  const [round, setRound] = useState(0)
  return { submission: `${formKey}-${kind}${round}`, next: () => setRound((rounds) => rounds + 1) }
}

function ToReporter() {
  const { view } = useCase()
  const { submission, next } = useSubmission('r')
  const draft = useDraft('reply', view.acts.reply_to_reporter.allowed)
  const reports = view.reports ?? []
  return (
    <CaseForm
      id="reply"
      action={sendToReporterAction}
      done="Sent to the reporter."
      hidden={{ submission, seen: String(draft.version) }}
      resetOnDone
      onDone={() => {
        draft.sent()
        next()
      }}
      onInput={draft.changed}
      className={classNames(boxClass, 'group/reply border-outside bg-outside-soft')}
    >
      <p className="font-semibold text-outside">The reporter will read this</p>
      <AlsoWriting writing="reply" />
      {reports.length > 1 && (
        <Select
          name="report"
          label="Whose conversation"
          defaultValue={draft.initial?.report}
          choices={reports.map((report, index) => ({
            value: report.id,
            label: `Report ${index + 1}, ${absoluteTime(report.receivedAt, view.policy.timeZone, report.receivedAt)}`,
          }))}
        />
      )}
      <RadioGroup
        name="kind"
        label="What it is"
        hideLabel
        inline
        defaultValue={draft.initial?.kind ?? (view.next?.act === 'respond' ? 'response' : 'message')}
        choices={[
          { value: 'message', label: 'Message' },
          { value: 'response', label: 'Says what happens next' },
          { value: 'question', label: 'Question' },
        ]}
      />
      <TextArea
        name="body"
        label="Text"
        hideLabel
        rows={4}
        placeholder="Write to the reporter"
        defaultValue={draft.initial?.body}
      />
      <div className="hidden group-has-[input[value=response]:checked]/reply:block">
        <TextArea
          name="nextStep"
          label="What happens next"
          hint="This meets the promised response: say what you do, and when they hear of it."
          rows={2}
          defaultValue={draft.initial?.nextStep}
        />
      </div>
      <p className="hidden text-sm text-muted group-has-[input[value=question]:checked]/reply:block">
        A question pauses your promises until they answer. After {view.policy.silenceDays} days without one
        you may go on.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <ActSubmit act="reply_to_reporter" variant="secondary">
          Send to reporter
        </ActSubmit>
        <KeepWithoutScripts />
        {!view.acknowledgedAt && view.stage === 'received' && (
          <span className="text-sm text-muted">This acknowledges the report too.</span>
        )}
      </div>
      <DraftNote draft={draft} />
    </CaseForm>
  )
}

/** A button of the form that keeps what was typed; with scripts that happens by itself. */
const KeepWithoutScripts = () => (
  <span className="hidden noscript:inline">
    <SubmitButton variant="quiet" name="as" value="draft">
      Keep as draft
    </SubmitButton>
  </span>
)

function Note() {
  const { view } = useCase()
  const { submission, next } = useSubmission('n')
  const draft = useDraft('note', view.acts.write_note.allowed)
  return (
    <CaseForm
      id="note"
      action={writeNoteAction}
      done="Note saved."
      hidden={{ submission, seen: String(draft.version) }}
      resetOnDone
      onDone={() => {
        draft.sent()
        next()
      }}
      onInput={draft.changed}
      className={classNames(boxClass, 'border-dashed border-inside bg-inside-soft')}
    >
      <p className="font-semibold text-inside">Only the team reads this</p>
      <AlsoWriting writing="note" />
      <TextArea
        name="body"
        label="Note"
        hideLabel
        rows={4}
        placeholder="Write a note for the team"
        defaultValue={draft.initial?.body}
      />
      <div className="flex flex-wrap items-center gap-3">
        <ActSubmit act="write_note" variant="secondary" pendingLabel="Saving…">
          Save internal note
        </ActSubmit>
        <KeepWithoutScripts />
      </div>
      <DraftNote draft={draft} />
    </CaseForm>
  )
}
