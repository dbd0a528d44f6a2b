import type { Metadata } from 'next'
import { ProjectKeys } from '@/components/encryption/project-keys'
import { PublishKeyForm } from '@/components/encryption/publish-key-form'
import { SecurityTxtPart } from '@/components/encryption/security-txt-part'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { encryptionSettings } from '@/server/encryption/encryption-settings'
import { answerOf } from '@/server/kernel/page'

export const metadata: Metadata = { title: 'Encryption' }

type Props = { params: Promise<{ slug: string }> }

export default async function EncryptionPage({ params }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}/encryption`)
  const settings = await answerOf(encryptionSettings(actor, { project: slug }))
  const { project, keys, securityTxt, mayManage } = settings
  const lockedBecause = mayManage.allowed ? undefined : mayManage.reason
  return (
    <SettingsFrame project={project}>
      <Section
        title="OpenPGP keys"
        note="Reporters encrypt to these, in the form or with their own program. An expired key is never offered."
      >
        <ProjectKeys project={project.slug} keys={keys} lockedBecause={lockedBecause} />
      </Section>
      <Section title="Publish a key" level={3}>
        <PublishKeyForm project={project.slug} lockedBecause={lockedBecause} />
      </Section>
      <Section
        title="Signed security.txt"
        note="RFC 9116 advises to sign it. The signed text is served while it says what the policy says and has not expired."
      >
        <SecurityTxtPart project={project.slug} securityTxt={securityTxt} lockedBecause={lockedBecause} />
      </Section>
    </SettingsFrame>
  )
}
