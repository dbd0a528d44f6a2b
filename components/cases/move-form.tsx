'use client'

import { useQuery } from '@tanstack/react-query'
import { choicesOptions } from '@/components/palette/palette-query-options'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { moveCaseAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'

/** Moves the case to the project it is really about. */
export function MoveForm() {
  const { view } = useCase()
  const { data } = useQuery(choicesOptions)
  const others = (data?.projects ?? []).filter(
    ({ slug, mayAssign }) => mayAssign && slug !== view.project.slug,
  )
  return (
    <CaseForm id="move" action={moveCaseAction} done="Moved. The reporter is told." closes>
      <p className="text-muted">
        The case keeps its reference, its events, its policy and every promise. Its lines are planned anew
        among those of the other project. If {view.handler?.name ?? 'its handler'} is not of that team, you
        answer for it.
      </p>
      <Select
        name="to"
        label="Project it belongs to"
        hint={
          data && others.length === 0
            ? 'You handle cases of no other project. Ask somebody who does, or an owner of the desk.'
            : 'Those whose cases you handle.'
        }
        placeholder={data ? 'Choose a project' : 'Looking for projects…'}
        choices={others.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextArea
        name="explanation"
        label="Why it belongs there"
        hint="Goes to the reporter, word for word."
        rows={3}
      />
      <div>
        <ActSubmit act="move_case" pendingLabel="Moving…">
          Move the case
        </ActSubmit>
      </div>
    </CaseForm>
  )
}
