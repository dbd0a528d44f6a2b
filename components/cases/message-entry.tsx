'use client'

import { PlainText } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import { classNames } from '@/lib/class-names'
import type { CaseView } from '@/server/cases/case-view'
import { useCase } from './case-context'
import { EncryptedText } from './encrypted-text'
import { FileList } from './file-list'

type Message = CaseView['messages'][number]

const kinds: Record<Message['kind'], string> = {
  note: 'Internal note · only the team reads this',
  reply: 'From the reporter',
  message: 'To the reporter',
  response: 'To the reporter · what happens next',
  question: 'To the reporter · a question',
  notice: 'To the reporter · by the desk',
}

const looks = {
  inside: { box: 'border-inside bg-inside-soft border-dashed', label: 'text-inside' },
  outside: { box: 'border-outside bg-outside-soft', label: 'text-outside' },
  theirs: { box: 'border-control bg-surface', label: 'text-muted' },
}

/** One message: its ground, its border and its label say who reads it. */
export function MessageEntry({ message }: { message: Message }) {
  const { view } = useCase()
  const look = looks[message.kind === 'note' ? 'inside' : message.kind === 'reply' ? 'theirs' : 'outside']
  const several = (view.reports?.length ?? 0) > 1
  const report = several ? (view.reports?.findIndex(({ id }) => id === message.reportId) ?? -1) + 1 : 0
  return (
    <article
      id={`message-${message.id}`}
      className={classNames(
        'grid gap-1 rounded-md border border-l-4 px-3 py-2',
        look.box,
        message.kind !== 'reply' && message.kind !== 'note' && 'ml-4',
      )}
    >
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className={classNames('font-semibold', look.label)}>
          {kinds[message.kind]}
          {message.draftVersion !== null && ` · on version ${message.draftVersion} of the draft`}
          {report > 0 && ` · report ${report}`}
        </span>
        <span className="text-muted">
          {message.author ?? 'The desk'}, <Time instant={message.sentAt} zone={view.policy.timeZone} />
        </span>
      </p>
      {message.encrypted ? (
        <EncryptedText text={message.body} encrypted={message.encrypted} />
      ) : (
        <PlainText text={message.body} />
      )}
      <FileList files={message.files} />
    </article>
  )
}
