import type { Metadata } from 'next'
import { IncomingText } from '@/components/mail/incoming-text'
import { PageHeading } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { incomingMail } from '@/server/mail/incoming/incoming-mail'

export const metadata: Metadata = { title: 'Mail that came in' }

type Props = { params: Promise<{ mail: string }> }

export default async function IncomingMailPage({ params }: Props) {
  const { mail: named } = await params
  const actor = await requirePerson(`/console/incoming/${encodeURIComponent(named)}`)
  const mail = await answerOf(incomingMail(actor, { mail: named }))
  return (
    <div className="grid gap-6">
      <PageHeading
        title={mail.subject || 'A mail without a subject'}
        note="What stands in the mail, as plain text. Nothing in it was opened or fetched."
      />
      <IncomingText mail={mail} />
    </div>
  )
}
