import type { Metadata } from 'next'
import { GithubPart } from '@/components/connections/github-part'
import { TokensPart } from '@/components/connections/tokens-part'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { connectionSettings } from '@/server/tokens/connection-settings'

export const metadata: Metadata = { title: 'Connections' }

type Props = { params: Promise<{ slug: string }> }

export default async function ConnectionsPage({ params }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}/connections`)
  const settings = await answerOf(connectionSettings(actor, { project: slug }))
  const lockedBecause = settings.mayManage.allowed ? undefined : settings.mayManage.reason
  return (
    <SettingsFrame project={settings.project}>
      <Section
        title="GitHub"
        note="Dependency alerts and advisories of your repositories come in as alerts. Choose these two events for the webhook: Dependabot alerts, Repository advisories."
      >
        <GithubPart settings={settings} lockedBecause={lockedBecause} />
      </Section>
      <Section
        title="Release gate"
        note="With a token a program may ask whether a release may go out, and nothing else. It is worth nothing once whoever made it leads the project no more."
      >
        <TokensPart settings={settings} lockedBecause={lockedBecause} />
      </Section>
    </SettingsFrame>
  )
}
