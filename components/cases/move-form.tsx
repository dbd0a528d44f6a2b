'use client'

import { useQuery } from '@tanstack/react-query'
import { choicesOptions } from '@/components/palette/palette-query-options'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
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
      <TextInput
        name="to"
        label="Project it belongs to"
        hint="Its short name, as in its address. You must be able to handle cases there."
        list="move-projects"
        autoComplete="off"
      />
      <datalist id="move-projects">
        {others.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </datalist>
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
