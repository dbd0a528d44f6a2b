import type { Metadata } from 'next'
import { MailAddressesForm } from '@/components/projects/mail-addresses-form'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { mailSettings } from '@/server/projects/mail-settings'

export const metadata: Metadata = { title: 'Mail to the project' }

type Props = { params: Promise<{ slug: string }> }

export default async function MailPage({ params }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}/mail`)
  const { project, addresses, hasMailbox, mayEdit } = await answerOf(mailSettings(actor, { project: slug }))
  return (
    <SettingsFrame project={project}>
      <Section
        title="Mail in"
        note="A mail to one of these addresses becomes a report of this project; an answer to our mail goes into its case."
      >
        {!hasMailbox && (
          <Callout title="The desk takes in no mail yet">
            Whoever runs it sets IMAP_URL and starts it again. What you write here counts from then on.
          </Callout>
        )}
        <MailAddressesForm
          project={project.slug}
          version={project.version}
          addresses={addresses}
          lockedBecause={mayEdit.allowed ? undefined : mayEdit.reason}
        />
      </Section>
    </SettingsFrame>
  )
}
