'use client'

import { InvitationMade } from '@/components/people/invitation-made'
import { InvitedAddressField } from '@/components/people/invited-address-field'
import { roleWords } from '@/components/people/role-words'
import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { roles } from '@/domain/access/actor'
import { inviteToTeamAction } from '@/server/people/actions'

/** Invites somebody to a project's team, by mail or by handing the link over. */
export function InviteForm({ project }: { project: string }) {
  return (
    <ActionForm
      id="invite"
      action={inviteToTeamAction}
      hidden={{ project }}
      resetOnDone
      className="grid max-w-2xl gap-4"
    >
      {(state) => (
        <>
          {state.status === 'done' && state.data && <InvitationMade {...state.data} />}
          <RadioGroup
            name="role"
            label="As"
            defaultValue="handler"
            choices={roles.map((role) => ({
              value: role,
              label: roleWords[role].name,
              hint: roleWords[role].may,
            }))}
          />
          <InvitedAddressField />
          <div>
            <SubmitButton pendingLabel="Inviting…">Invite</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
