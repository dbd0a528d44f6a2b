'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { inviteOwnerAction } from '@/server/people/actions'
import { InvitationMade } from './invitation-made'

/** Invites an owner, by mail or by handing the link over. */
export function InviteOwnerForm() {
  return (
    <ActionForm id="invite-owner" action={inviteOwnerAction} resetOnDone className="grid max-w-2xl gap-4">
      {(state) => (
        <>
          {state.status === 'done' && state.data && <InvitationMade {...state.data} />}
          <TextInput
            name="address"
            label="Mail address"
            type="email"
            optional
            autoComplete="off"
            hint="The link is mailed there, and only that address can use it. Leave it empty to get a link for whoever you hand it to."
          />
          <div>
            <SubmitButton pendingLabel="Inviting…">Invite an owner</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
