import Link from 'next/link'
import { ActionForm } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { PlainText } from '@/components/ui/prose'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { takeAsReportAction } from '@/server/mail/actions'
import type { IncomingMail } from '@/server/mail/incoming/incoming-mail'
import { incomingReasonWords, incomingStateWords } from './incoming-words'

/** One mail to decide about: from whom, what became of it and why, its words, and the mail itself to save. */
export function IncomingText({ mail }: { mail: IncomingMail }) {
  const { tone, word } = incomingStateWords[mail.state]
  return (
    <div className="grid gap-4">
      <DescriptionList items={facts(mail)} />
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{word}</Badge>
        {mail.reason && <span>{incomingReasonWords[mail.reason]}</span>}
      </p>
      <section aria-labelledby="words" className="grid gap-2">
        <h2 id="words" className="text-[1.25em]/[1.3]">
          Its text
        </h2>
        {mail.text === null ? (
          <p>The desk cannot read this mail. Save it, and open it in a mail program that you trust.</p>
        ) : mail.text.trim() === '' ? (
          <p>It holds no text.</p>
        ) : (
          <div className="rounded-md border border-line bg-surface px-3 py-2">
            <PlainText text={mail.text} />
          </div>
        )}
      </section>
      <div className="flex flex-wrap items-center gap-4">
        {mail.canTake && (
          <ActionForm id={`take-${mail.mailId}`} action={takeAsReportAction} hidden={{ mailId: mail.mailId }}>
            <SubmitButton pendingLabel="Taking…">Take as report</SubmitButton>
          </ActionForm>
        )}
        <a href={`/console/incoming/${mail.mailId}/eml`} download className="text-accent underline">
          Save the mail (.eml)
        </a>
        <Link href="/console/incoming" prefetch={false}>
          All incoming mail
        </Link>
      </div>
    </div>
  )
}

const facts = ({ sender, receivedAt, files, leftOut, isCut }: IncomingMail) => [
  {
    term: 'From',
    details: (
      <span className="wrap-anywhere">
        {[sender?.name, sender?.address].filter(Boolean).join(', ') || 'Names no sender'}
      </span>
    ),
  },
  { term: 'Came in', details: <Time instant={receivedAt} /> },
  ...(files.length > 0
    ? [{ term: 'Files', details: <span className="wrap-anywhere">{files.join(', ')}</span> }]
    : []),
  ...(leftOut > 0 ? [{ term: 'Files that do not fit a report', details: leftOut }] : []),
  ...(isCut ? [{ term: 'Cut', details: 'Too large to be fetched whole: the rest is in the mailbox.' }] : []),
]
