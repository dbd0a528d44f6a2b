import type { Metadata } from 'next'
import { ChoicesForm } from '@/components/notifications/choices-form'
import { AbsenceForm } from '@/components/people/absence-form'
import { PasswordForm } from '@/components/people/password-form'
import { ProfileForm } from '@/components/people/profile-form'
import { SessionList } from '@/components/people/session-list'
import { PageHeading, Section } from '@/components/ui/section'
import { currentPerson, requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { ownChoices } from '@/server/notifications/choices'
import { ownAbsence } from '@/server/people/own-absence'
import { ownProfile, ownSessions } from '@/server/people/own-account'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await requirePerson('/console/account')
  const sessionId = (await currentPerson())?.sessionId
  const [profile, sessions, absence, choices] = await Promise.all([
    answerOf(ownProfile(actor, {})),
    answerOf(ownSessions(actor, {})),
    answerOf(ownAbsence(actor, {})),
    answerOf(ownChoices(actor, {})),
  ])
  return (
    <div className="grid max-w-2xl gap-10">
      <PageHeading title="Your account" note={profile.address} />
      <Section title="Profile">
        <ProfileForm name={profile.name} timeZone={profile.timeZone} />
      </Section>
      <Section
        title="Out of office"
        note="Your cases and their queue say so, and what comes meanwhile goes to your stand-in. The reporter learns nothing of it."
      >
        <AbsenceForm shown={absence} timeZone={profile.timeZone} />
      </Section>
      <Section
        id="notifications"
        title="Notifications"
        note="How you are told of what. No mail ever holds a title or what a case says."
      >
        <ChoicesForm choices={choices} />
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
