import type { Metadata } from 'next'
import { InvitationList } from '@/components/people/invitation-list'
import { InviteOwnerForm } from '@/components/people/invite-owner-form'
import { PeopleTable } from '@/components/people/people-table'
import { PageHeading, Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { openInvitationsOfInstance } from '@/server/people/open-invitations'
import { peopleOfInstance } from '@/server/people/people-of-instance'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const actor = await requirePerson('/console/people')
  const [people, invitations] = await Promise.all([
    answerOf(peopleOfInstance(actor, {})),
    answerOf(openInvitationsOfInstance(actor, {})),
  ])
  return (
    <div className="grid gap-10">
      <PageHeading
        title="People"
        note="Everybody with an account. Teams are invited on their project’s page."
      />
      <Section title="Accounts">
        <PeopleTable people={people} ownId={actor.personId} />
      </Section>
      <Section title="Open invitations">
        <InvitationList invitations={invitations} />
      </Section>
      <Section title="Invite another owner" note="A desk with two owners survives one of them losing access.">
        <InviteOwnerForm />
      </Section>
    </div>
  )
}
