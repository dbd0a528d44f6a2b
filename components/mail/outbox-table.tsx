import { ActionForm } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import { retryMailAction } from '@/server/mail/actions'
import type { OutboxMail } from '@/server/mail/queries'

const states: Record<OutboxMail['state'], { tone: Tone; word: string }> = {
  queued: { tone: 'paused', word: 'waiting' },
  sending: { tone: 'paused', word: 'sending' },
  handing_over: { tone: 'paused', word: 'being handed over' },
  sent: { tone: 'on-track', word: 'sent' },
  failed: { tone: 'overdue', word: 'not sent' },
  kept: { tone: 'due-soon', word: 'kept here' },
  bounced: { tone: 'overdue', word: 'came back' },
}

/** Outgoing mail, newest first: to whom, what about, and how far it got. Never its text, which may hold a link that lets its reader in. */
export function OutboxTable({ mails }: { mails: readonly OutboxMail[] }) {
  if (mails.length === 0)
    return (
      <EmptyState title="No mail yet">
        Mail stands here as soon as the desk has something to tell somebody.
      </EmptyState>
    )
  return (
    <Table caption="Outgoing mail" className="stacks">
      <thead>
        <tr>
          <Th>To</Th>
          <Th>Subject</Th>
          <Th>State</Th>
          <Th>Written</Th>
          <Th>
            <span className="sr-only">Send again</span>
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

function Row({ mail }: { mail: OutboxMail }) {
  const { tone, word } = states[mail.state]
  return (
    <tr>
      <Th scope="row" className="break-all">
        {mail.recipient?.address ?? 'Sealed with another key'}
      </Th>
      <Td>{mail.subject ?? '–'}</Td>
      <Td>
        <Badge tone={tone}>{word}</Badge>
        {mail.lastError && <p className="mt-1 text-sm text-muted">{mail.lastError}</p>}
      </Td>
      <Td className="whitespace-nowrap">
        <Time instant={mail.sentAt ?? mail.createdAt} />
      </Td>
      <Td className="text-right">
        {mail.canRetry && (
          <ActionForm
            id={`send-again-${mail.mailId}`}
            action={retryMailAction}
            hidden={{ mailId: mail.mailId }}
          >
            <SubmitButton variant="secondary" size="small" pendingLabel="Sending…">
              Send again <span className="sr-only">to {mail.recipient?.address}</span>
            </SubmitButton>
          </ActionForm>
        )}
      </Td>
    </tr>
  )
}
