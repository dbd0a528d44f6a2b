'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { removePersonAction } from '@/server/people/actions'
import { SuccessorField } from './successor-field'

type Named = { personId: string; name: string }
type Props = { person: Named & { openCases: number }; others: readonly Named[]; onDone: () => void }

/** Removes a person from the desk; their open cases go to whoever is chosen, in the same moment. */
export function RemovePersonForm({ person, others, onDone }: Props) {
  return (
    <ActionForm
      id="remove-person"
      action={removePersonAction}
      hidden={{ personId: person.personId }}
      onDone={onDone}
      className="grid gap-4"
    >
      <SuccessorField others={others} openCases={person.openCases} />
      <div>
        <SubmitButton variant="danger" pendingLabel="Removing…">{`Remove ${person.name}`}</SubmitButton>
      </div>
    </ActionForm>
  )
}
