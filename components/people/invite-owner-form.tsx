'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { inviteOwnerAction } from '@/server/people/actions'
import { InvitationMade } from './invitation-made'
import { InvitedAddressField } from './invited-address-field'

/** Invites an owner, by mail or by handing the link over. */
export function InviteOwnerForm() {
  return (
    <ActionForm id="invite-owner" action={inviteOwnerAction} resetOnDone className="grid max-w-2xl gap-4">
      {(state) => (
        <>
          {state.status === 'done' && state.data && <InvitationMade {...state.data} />}
          <InvitedAddressField />
          <div>
            <SubmitButton pendingLabel="Inviting…">Invite an owner</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
