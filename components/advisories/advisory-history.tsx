import type { PublicDocument } from '@/domain/advisories/public-document'
import { Time } from '@/components/ui/time'
import { CreditName, creditedFor } from './credit-name'

/** Who is thanked, and for what. */
export function Credits({ credits }: Pick<PublicDocument, 'credits'>) {
  return (
    <ul className="grid gap-1">
      {credits.map(({ name, link, roles }) => (
        <li key={`${name} ${link}`}>
          <CreditName name={name} link={link} /> <span className="text-muted">({creditedFor(roles)})</span>
        </li>
      ))}
    </ul>
  )
}

/** From the report to the announcement, as the public may read it. */
export function DisclosureTimeline({ timeline }: Pick<PublicDocument, 'timeline'>) {
  return (
    <ol className="grid gap-2">
      {timeline.map(({ at, text }, index) => (
        <li key={index} className="grid gap-x-4 sm:grid-cols-[14rem_1fr]">
          <Time instant={at} show="absolute" className="text-muted tabular-nums" />
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}

/** Every revision, each of them still readable. */
export function Revisions({
  revisions,
  path,
  shown,
}: Pick<PublicDocument, 'revisions'> & { path: string; shown: number }) {
  return (
    <ol className="grid gap-2">
      {revisions.map(({ number, at, note }) => (
        <li key={number} className="grid gap-x-4 sm:grid-cols-[14rem_1fr]">
          <Time instant={at} show="absolute" className="text-muted tabular-nums" />
          <span>
            {number === shown ? (
              <>Revision {number}</>
            ) : (
              <a href={`${path}/revisions/${number}`} className="text-accent underline">
                Revision {number}
              </a>
            )}
            : {note}
          </span>
        </li>
      ))}
    </ol>
  )
}
