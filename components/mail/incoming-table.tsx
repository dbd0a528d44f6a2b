import Link from 'next/link'
import { ActionForm } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { readAgainAction, takeAsReportAction } from '@/server/mail/actions'
import type { ListedIncoming } from '@/server/mail/incoming/incoming-list'
import { incomingReasonWords, incomingStateWords } from './incoming-words'

/** Mail that came in, newest first: from whom, to which project, and what became of it. Its text is a page of its own. */
export function IncomingTable({ mails }: { mails: readonly ListedIncoming[] }) {
  if (mails.length === 0)
    return (
      <EmptyState title="No mail yet">
        Mail stands here as soon as somebody writes to an address of a project.
      </EmptyState>
    )
  return (
    <Table caption="Incoming mail" className="stacks">
      <thead>
        <tr>
          <Th>From</Th>
          <Th>Subject</Th>
          <Th>To</Th>
          <Th>Became</Th>
          <Th>Came in</Th>
          <Th>
            <span className="sr-only">Decide</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <Row key={mail.mailId} mail={mail} />
        ))}
      </tbody>
    </Table>
  )
}

const senderWords = ({ sender, state }: ListedIncoming): string =>
  sender?.address ?? (sender ? 'Names no sender' : state === 'waiting' ? '–' : 'Cannot be shown')

function Row({ mail }: { mail: ListedIncoming }) {
  const { tone, word } = incomingStateWords[mail.state]
  return (
    <tr>
      <Th scope="row" className="break-all">
        {senderWords(mail)}
      </Th>
      <Td className="max-w-72 break-words">
        <Link href={`/console/incoming/${mail.mailId}`} prefetch={false}>
          {mail.subject || (mail.state === 'waiting' ? 'Not read yet' : 'Without a subject')}
        </Link>
      </Td>
      <Td data-label="To">
        {mail.project ?? '–'}
        {mail.address && <p className="text-sm break-all text-muted">{mail.address}</p>}
      </Td>
      <Td>
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={tone}>{word}</Badge>
          {mail.isEncrypted && <Badge>encrypted</Badge>}
          {mail.reference && (
            <Link href={`/console/cases/${mail.reference}`} prefetch={false} className="font-mono">
              {mail.reference}
            </Link>
          )}
        </span>
        {mail.reason && <p className="mt-1 text-sm text-muted">{incomingReasonWords[mail.reason]}</p>}
        {mail.isCut && (
          <p className="mt-1 text-sm text-muted">
            Too large to be fetched whole: the rest is in the mailbox.
          </p>
        )}
      </Td>
      <Td className="whitespace-nowrap">
        <Time instant={mail.receivedAt} />
      </Td>
      <Td className="text-right">
        <Decisions mail={mail} />
      </Td>
    </tr>
  )
}

function Decisions({ mail }: { mail: ListedIncoming }) {
  const { mailId, canRead, canTake } = mail
  const from = <span className="sr-only"> the mail from {senderWords(mail)}</span>
  if (!canRead && !canTake) return null
  return (
    <div className="grid gap-2 sm:justify-items-end">
      {canRead && (
        <ActionForm id={`read-${mailId}`} action={readAgainAction} hidden={{ mailId }}>
          <SubmitButton variant="secondary" size="small" pendingLabel="Reading…">
            Try again{from}
          </SubmitButton>
        </ActionForm>
      )}
      {canTake && (
        <ActionForm id={`take-${mailId}`} action={takeAsReportAction} hidden={{ mailId }}>
          <SubmitButton variant="secondary" size="small" pendingLabel="Taking…">
            Take as report{from}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}
