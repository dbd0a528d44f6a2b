import { ArmoredText } from '@/components/encryption/armored-text'
import { pageLanguage } from '@/components/shell/page-language'
import { PlainText } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import { saidAgain } from '@/domain/languages/said-again'
import { classNames } from '@/lib/class-names'
import type { OwnMessage } from '@/server/reports/own-conversation'
import { FileList } from './file-list'

const asking = { question: 'question', response: 'response', notice: 'notice' } as const

/** Who says it, and whether it asks, answers or tells. */
const said = ({ from, kind }: OwnMessage) => (kind in asking ? asking[kind as keyof typeof asking] : from)

/** Whether the desk may have put words of its own into it, beside those of the team. */
const isOfDesk = ({ kind }: OwnMessage) => kind in asking

/** What was written to and fro, oldest first. */
export async function OwnConversation({ messages, zone }: { messages: readonly OwnMessage[]; zone: string }) {
  const { t, words, language } = await pageLanguage()
  if (messages.length === 0) return <p className="text-muted">{t('conversation.none')}</p>
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
            <span className="font-medium text-text">{t(`conversation.${said(message)}`)}</span>{' '}
            {message.draftVersion !== null &&
              `${t('conversation.onDraft', { version: message.draftVersion })} `}
            · <Time instant={message.sentAt} zone={zone} />
          </p>
          {message.isEncrypted ? (
            <ArmoredText armored={message.body} name="message" words={words.conversation} />
          ) : (
            <PlainText text={isOfDesk(message) ? saidAgain(language, message.body, zone) : message.body} />
          )}
          <FileList files={message.files} />
        </li>
      ))}
    </ol>
  )
}
