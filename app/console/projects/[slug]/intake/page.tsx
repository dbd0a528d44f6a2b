import type { Metadata } from 'next'
import { IntakeForm } from '@/components/projects/intake-form'
import { IntakeStanding } from '@/components/projects/intake-standing'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { intakeSettings } from '@/server/projects/intake-settings'

export const metadata: Metadata = { title: 'Intake' }

type Props = { params: Promise<{ slug: string }> }

export default async function IntakePage({ params }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}/intake`)
  const settings = await answerOf(intakeSettings(actor, { project: slug }))
  const { mayManage } = settings
  return (
    <SettingsFrame project={settings.project}>
      <Section title="Intake" note="What to do when too many reports arrive, or nobody can take any.">
        <IntakeStanding settings={settings} />
        <IntakeForm settings={settings} lockedBecause={mayManage.allowed ? undefined : mayManage.reason} />
      </Section>
    </SettingsFrame>
  )
}
