'use client'

import { Disclosure } from '@/components/ui/disclosure'
import { Time } from '@/components/ui/time'
import { useCase } from './case-context'

/** The mails behind the reports and messages of the case, byte for byte, to be saved: what a message leaves out stands there. */
export function MailList() {
  const { mails, policy, reference } = useCase().view
  if (mails.length === 0) return null
  return (
    <Disclosure
      summary={mails.length === 1 ? 'The mail as it came' : `The ${mails.length} mails as they came`}
    >
      <ul className="grid gap-1">
        {mails.map(({ id, receivedAt }) => (
          <li key={id}>
            <a
              href={`/api/v1/cases/${reference}/mails/${id}`}
              download
              className="inline-flex min-h-6 items-center gap-1.5 text-accent underline"
            >
              Save the mail of <Time instant={receivedAt} zone={policy.timeZone} /> (.eml)
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
