import type { Metadata } from 'next'
import { PasswordForm } from '@/components/people/password-form'
import { ProfileForm } from '@/components/people/profile-form'
import { SessionList } from '@/components/people/session-list'
import { PageHeading, Section } from '@/components/ui/section'
import { currentPerson, requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { ownProfile, ownSessions } from '@/server/people/own-account'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await requirePerson('/console/account')
  const sessionId = (await currentPerson())?.sessionId
  const [profile, sessions] = await Promise.all([
    answerOf(ownProfile(actor, {})),
    answerOf(ownSessions(actor, {})),
  ])
  return (
    <div className="grid max-w-2xl gap-10">
      <PageHeading title="Your account" note={profile.address} />
      <Section title="Profile">
        <ProfileForm name={profile.name} timeZone={profile.timeZone} />
      </Section>
      <Section title="Password" note="A new one ends every other session.">
        <PasswordForm address={profile.address} />
      </Section>
      <Section title="Where you are signed in">
        <SessionList sessions={sessions} currentId={sessionId ?? null} />
      </Section>
    </div>
  )
}
