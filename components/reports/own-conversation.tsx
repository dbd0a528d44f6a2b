import { ArmoredText } from '@/components/encryption/armored-text'
import { PlainText } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import { classNames } from '@/lib/class-names'
import type { OwnMessage } from '@/server/reports/own-conversation'
import { FileList } from './file-list'

const from = { you: 'You', team: 'The team', desk: 'The desk' } as const
const kind: Partial<Record<OwnMessage['kind'], string>> = {
  question: 'asks',
  response: 'answers',
  notice: 'tells you',
}

/** What was written to and fro, oldest first. */
export function OwnConversation({ messages, zone }: { messages: readonly OwnMessage[]; zone: string }) {
  if (messages.length === 0)
    return <p className="text-muted">Nobody has written yet. Answers of the team appear here.</p>
  return (
    <ol className="grid gap-4">
      {messages.map((message) => (
        <li
          key={message.id}
          className={classNames(
            'grid gap-2 rounded-md border-l-4 px-4 py-3',
            message.from === 'you' ? 'border-line bg-sunken' : 'border-outside bg-outside-soft',
          )}
        >
          <p className="text-sm text-muted">
            <span className="font-medium text-text">
              {from[message.from]} {kind[message.kind]}
            </span>{' '}
            {message.draftVersion !== null && `on version ${message.draftVersion} of the draft `}·{' '}
            <Time instant={message.sentAt} zone={zone} />
          </p>
          {message.isEncrypted ? (
            <ArmoredText armored={message.body} name="message" />
          ) : (
            <PlainText text={message.body} />
          )}
          <FileList files={message.files} />
        </li>
      ))}
    </ol>
  )
}
