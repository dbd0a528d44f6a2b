'use client'

import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import { addParticipantAction, removeParticipantAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'

/** People put on this one case by name. */
export function ParticipantsPanel() {
  const { view } = useCase()
  return (
    <div className="grid gap-4">
      {view.participants.length === 0 ? (
        <p className="text-muted">Nobody is on the case by name.</p>
      ) : (
        <ul className="grid gap-1">
          {view.participants.map((person) => (
            <li key={person.id}>
              <CaseForm
                id={`off-${person.id}`}
                action={removeParticipantAction}
                done={`${person.name} is off the case.`}
                hidden={{ person: person.id }}
                className="flex flex-wrap items-center gap-3"
              >
                <span>
                  {person.name}, {person.as}
                </span>
                <ActSubmit act="manage_participants" variant="quiet" size="small">
                  Take off <span className="sr-only">{person.name}</span>
                </ActSubmit>
              </CaseForm>
            </li>
          ))}
        </ul>
      )}
      <CaseForm id="people" action={addParticipantAction} done="Put on the case." resetOnDone>
        <TextInput name="email" label="Address of their account" type="email" />
        <RadioGroup
          name="as"
          label="What they do here"
          defaultValue="collaborator"
          choices={[
            {
              value: 'collaborator',
              label: 'Collaborator',
              hint: 'Sees this one case, comments, works on its lines.',
            },
            {
              value: 'handler',
              label: 'Handler',
              hint: 'A handler of the team who sees the case while it is restricted.',
            },
          ]}
        />
        <div>
          <ActSubmit act="manage_participants" variant="secondary" pendingLabel="Saving…">
            Put on the case
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}
