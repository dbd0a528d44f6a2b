import type { Metadata } from 'next'
import { DrawnAgain } from '@/components/live/drawn-again'
import { IncomingTable } from '@/components/mail/incoming-table'
import { MailboxNote } from '@/components/mail/mailbox-note'
import { Pagination } from '@/components/ui/pagination'
import { PageHeading } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { incomingList } from '@/server/mail/incoming/incoming-list'
import { markMailRead } from '@/server/notifications/mark-read'

export const metadata: Metadata = { title: 'Incoming mail' }

type Props = { searchParams: Promise<{ after?: string }> }

export default async function IncomingPage({ searchParams }: Props) {
  const { after } = await searchParams
  const actor = await requirePerson('/console/incoming')
  await answerOf(markMailRead(actor, {}))
  const { mails, next, isConnected, mailbox } = await answerOf(incomingList(actor, { after }))
  return (
    <div className="grid gap-6">
      <DrawnAgain on="notifications" />
      <PageHeading
        title="Incoming mail"
        note="Every mail that came to an address of a project, newest first, and what became of it. None is thrown away."
      />
      <MailboxNote isConnected={isConnected} mailbox={mailbox} />
      <IncomingTable mails={mails} />
      {(after || next) && (
        <Pagination
          summary={after ? 'Older mail' : 'Newest mail'}
          previousHref={after ? '/console/incoming' : undefined}
          nextHref={next ? `/console/incoming?after=${next}` : undefined}
        />
      )}
    </div>
  )
}
