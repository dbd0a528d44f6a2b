import type { Metadata } from 'next'
import { Entrance } from '@/components/people/entrance'
import { JoinForm } from '@/components/people/join-form'
import { NewAccountForm } from '@/components/people/new-account-form'
import { roleWords } from '@/components/people/role-words'
import { Time } from '@/components/ui/time'
import { currentPerson } from '@/server/auth/current-actor'
import { linkToken } from '@/server/auth/link-cookie'
import { acceptInvitationAction } from '@/server/people/actions'
import { invitationOfLink } from '@/server/people/invitation-of-link'

export const metadata: Metadata = { title: 'Invitation' }

export default async function InvitationPage() {
  const token = await linkToken('invitation')
  const found = token ? await invitationOfLink({ kind: 'anyone' }, { token }) : null
  if (!found?.ok)
    return (
      <Entrance title="This invitation does not work">
        <p>
          {found?.refusal.code === 'refused'
            ? found.refusal.message
            : 'Open the link again, and make sure it is whole: some mail programs cut long links.'}
        </p>
        <p>
          Do you have an account? <a href="/sign-in">Sign in</a>.
        </p>
      </Entrance>
    )
  const { role, project, address, invitedBy, expiresAt } = found.value
  const person = await currentPerson()
  return (
    <Entrance
      title={project === null ? 'Join this desk' : `Join the team of ${project}`}
      note={
        <>
          <p>
            {invitedBy ?? 'An owner'} invites you as <strong>{roleWords[role].name.toLowerCase()}</strong>.{' '}
            {roleWords[role].may}
          </p>
          <p>
            The invitation expires <Time instant={expiresAt} />.
          </p>
        </>
      }
    >
      {person ? (
        <JoinForm name={person.actor.name} />
      ) : (
        <>
          <NewAccountForm action={acceptInvitationAction} address={address} submitLabel="Make my account" />
          <p className="text-muted">
            Do you have an account here? <a href="/sign-in?to=/invitation">Sign in and accept with it</a>.
          </p>
        </>
      )}
    </Entrance>
  )
}
