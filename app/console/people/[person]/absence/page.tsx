import type { Metadata } from 'next'
import { AbsenceForm } from '@/components/people/absence-form'
import { PageHeading, Section } from '@/components/ui/section'
import { currentPerson, requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { absenceOf } from '@/server/people/absence-of'

export const metadata: Metadata = { title: 'Absence' }

type Props = { params: Promise<{ person: string }> }

export default async function AbsencePage({ params }: Props) {
  const { person: personId } = await params
  const actor = await requirePerson(`/console/people/${personId}/absence`)
  const timeZone = (await currentPerson())?.timeZone ?? 'UTC'
  const { person, ...shown } = await answerOf(absenceOf(actor, { personId }))
  return (
    <div className="grid max-w-2xl gap-10">
      <PageHeading title={person.name} note="They are told what you set here, and can change it." />
      <Section
        title="Out of office"
        note="Their cases and the queue say so, and what comes meanwhile goes to the stand-in. The reporter learns nothing of it."
      >
        <AbsenceForm shown={shown} timeZone={timeZone} of={person} />
      </Section>
    </div>
  )
}
