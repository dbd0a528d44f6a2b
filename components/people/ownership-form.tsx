'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { changeOwnershipAction } from '@/server/people/actions'
import { SuccessorField } from './successor-field'

type Named = { personId: string; name: string }
type Props = {
  person: Named & { openCases: number; isOwner: boolean }
  others: readonly Named[]
  onDone: () => void
}

/** Makes a person an owner, or no longer one. */
export function OwnershipForm({ person: { personId, name, isOwner, openCases }, others, onDone }: Props) {
  return (
    <ActionForm
      id="ownership"
      action={changeOwnershipAction}
      hidden={{ personId, isOwner: isOwner ? '' : 'on' }}
      onDone={onDone}
      className="grid gap-4"
    >
      {isOwner && <SuccessorField others={others} openCases={openCases} />}
      <div>
        <SubmitButton pendingLabel="Changing…">
          {isOwner ? `Make ${name} no owner` : `Make ${name} an owner`}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
