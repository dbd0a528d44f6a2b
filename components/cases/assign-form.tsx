'use client'

import { Callout } from '@/components/ui/callout'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { useToast } from '@/components/ui/toast'
import { idleForm, type FormState } from '@/lib/form-state'
import { assignHandlerAction, undoAssignmentAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { useSeenVersion } from './changed-meanwhile'
import { SuggestedHandler, SuggestionReason, useSuggestedHandler } from './suggested-handler'
import { ActSubmit } from './may-button'
import { Button } from '@/components/ui/button'

/** Who answers for the case: assigning somebody, or handing over with a note for them alone. */
export function AssignForm() {
  const { view } = useCase()
  const undo = useUndoAssignment()
  const from = useSeenVersion(view.handler?.id ?? '')
  const suggestion = useSuggestedHandler()
  const able = view.team.filter(({ id, role }) => role !== 'observer' && id !== view.handler?.id)
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        {view.handler
          ? `${view.handler.name} answers for it now, and stays so until you hand it over: there is no moment without a handler.`
          : 'Nobody answers for it yet.'}{' '}
        {view.acknowledgedAt && 'The reporter is told only that another maintainer answers for their report.'}
      </p>
      {from.isStale && (
        <Callout kind="warning" title={`Meanwhile ${view.handler?.name ?? 'nobody'} answers for the case`}>
          <p>Somebody else changed the handler. Pick again if you still want to.</p>
          <div>
            <Button size="small" onClick={from.keepMine}>
              I have seen it
            </Button>
          </div>
        </Callout>
      )}
      <SuggestedHandler suggestion={suggestion} from={from.seen} />
      {view.undoable && (
        <CaseForm
          id="undo-assignment"
          action={undoAssignmentAction}
          done="The assignment is taken back."
          hidden={{ to: view.undoable.to, from: view.undoable.from ?? '' }}
          closes
        >
          <div>
            <ActSubmit act="assign_handler" variant="secondary" pendingLabel="Undoing…">
              Undo the last assignment: {view.undoable.fromName ?? 'nobody'} answers again
            </ActSubmit>
          </div>
        </CaseForm>
      )}
      {able.some(({ id }) => id === view.me) && (
        <CaseForm
          id="claim"
          action={assignHandlerAction}
          done="You answer for the case."
          hidden={{ from: from.seen, to: view.me ?? '' }}
          undo={(state) => void undo(state, from.seen)}
          closes
          className="flex flex-wrap items-center gap-x-3 gap-y-1"
        >
          <ActSubmit act="assign_handler" pendingLabel="Saving…">
            Take it myself
          </ActSubmit>
          {suggestion?.personId === view.me && <SuggestionReason suggestion={suggestion} />}
        </CaseForm>
      )}
      <CaseForm
        id="assign"
        action={assignHandlerAction}
        done="The handler is changed."
        hidden={{ from: from.seen }}
        undo={(state) => void undo(state, from.seen)}
        closes
      >
        <Select
          name="to"
          label={view.handler ? 'Hand over to' : 'Assign to'}
          placeholder="Choose a person"
          choices={able.map(({ id, name, role }) => ({ value: id, label: `${name} (${role})` }))}
        />
        <TextArea
          name="note"
          label="Note for them"
          optional
          hint="Where things stand. With what is due it becomes an internal note; the reporter never sees it."
          rows={3}
        />
        <div>
          <ActSubmit act="assign_handler" variant="secondary" pendingLabel="Saving…">
            {view.handler ? 'Hand the case over' : 'Assign'}
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}

/** Gives the case back to whom it came from, as the message in the corner offers. */
function useUndoAssignment() {
  const { view, refresh } = useCase()
  const announce = useToast()
  return async (done: FormState, from: string) => {
    const form = new FormData()
    form.set('case', view.reference)
    form.set('to', (done.data as { handlerId: string }).handlerId)
    form.set('from', from)
    const state = await undoAssignmentAction(idleForm(), form).catch(() => null)
    refresh()
    if (state?.status === 'done') announce({ text: 'The assignment is taken back.' })
    else announce({ kind: 'failed', text: state?.message ?? 'This could not be sent. Try again.' })
  }
}
