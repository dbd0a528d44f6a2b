import type { Metadata } from 'next'
import { OutboxTable } from '@/components/mail/outbox-table'
import { Callout } from '@/components/ui/callout'
import { Pagination } from '@/components/ui/pagination'
import { PageHeading } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { outbox } from '@/server/mail/queries'

export const metadata: Metadata = { title: 'Outbox' }

type Props = { searchParams: Promise<{ after?: string }> }

export default async function OutboxPage({ searchParams }: Props) {
  const { after } = await searchParams
  const actor = await requirePerson('/console/outbox')
  const { mails, next, hasMailServer } = await answerOf(outbox(actor, { after }))
  return (
    <div className="grid gap-6">
      <PageHeading
        title="Outbox"
        note="Every mail the desk has written, newest first. A mail says only that there is news, never what it is."
      />
      {!hasMailServer && (
        <Callout kind="warning" title="No mail server is set up, so mail is kept here and not sent">
          Set SMTP_URL and MAIL_FROM and start again. What is kept can then be sent from here.
        </Callout>
      )}
      <OutboxTable mails={mails} />
      {(after || next) && (
        <Pagination
          summary={after ? 'Older mail' : 'Newest mail'}
          previousHref={after ? '/console/outbox' : undefined}
          nextHref={next ? `/console/outbox?after=${next}` : undefined}
        />
      )}
    </div>
  )
}
