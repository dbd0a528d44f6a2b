'use client'

import { TextArea } from '@/components/ui/text-area'
import {
  finishCaseAction,
  passSilenceAction,
  reopenCaseAction,
  restrictCaseAction,
} from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'

/** Opens a closed case again. */
export function ReopenForm() {
  return (
    <CaseForm id="reopen" action={reopenCaseAction} done="Reopened." closes>
      <p className="text-muted">
        The case comes back where it stood. Promises do not start anew. The reporter is told that there is
        news.
      </p>
      <TextArea
        name="reason"
        label="Why it is reopened"
        hint="Kept in the events; only the team reads it."
        rows={3}
      />
      <div>
        <ActSubmit act="reopen" pendingLabel="Reopening…">
          Reopen the case
        </ActSubmit>
      </div>
    </CaseForm>
  )
}

/** Says that nothing is left to do after the announcement. */
export function FinishForm() {
  const left = useCase().view.lines.filter(({ needsFix, release }) => needsFix && release === null)
  return (
    <CaseForm id="finish" action={finishCaseAction} done="Finished." closes>
      <p className="text-muted">
        {left.length > 0
          ? `Still to be released: ${left.map(({ name }) => name).join(', ')}. The case closes by itself once they are.`
          : 'The advisory is out and every line is settled. The case closes; it can be reopened with a reason.'}
      </p>
      <div>
        <ActSubmit act="finish" pendingLabel="Finishing…">
          Nothing is left to do
        </ActSubmit>
      </div>
    </CaseForm>
  )
}

/** Goes on after the reporter did not answer for as long as the policy waits. */
export function SilenceForm() {
  const { view } = useCase()
  return (
    <CaseForm id="silence" action={passSilenceAction} done="The reporter is told that you go on." closes>
      <p className="text-muted">
        The policy waits {view.policy.silenceDays} days for an answer. The reporter is told that you go on
        with what you know, keeps the credit, and can still write at any time. Your promises run again.
      </p>
      <div>
        <ActSubmit act="pass_silence">Go on without the answer</ActSubmit>
      </div>
    </CaseForm>
  )
}

/** Restricts the case to the leads and the people on it, or lifts that. */
export function RestrictForm() {
  const { view } = useCase()
  return (
    <CaseForm
      id="restrict"
      action={restrictCaseAction}
      done={view.isRestricted ? 'The restriction is lifted.' : 'The case is restricted.'}
      hidden={{ isRestricted: view.isRestricted ? '' : 'on' }}
      closes
    >
      <p className="text-muted">
        {view.isRestricted
          ? `Now only leads, ${view.handler?.name ?? 'the handler'} and the people put on it know that this case exists. After lifting, every handler and observer of ${view.project.name} sees it.`
          : `Only leads, ${view.handler?.name ?? 'the primary handler'} and the people put on the case will know that it exists. Everybody else finds nothing. Put yourself on the case first if you are neither.`}
      </p>
      <div>
        <ActSubmit act="restrict" pendingLabel="Saving…">
          {view.isRestricted ? 'Lift the restriction' : 'Restrict the case'}
        </ActSubmit>
      </div>
    </CaseForm>
  )
}
