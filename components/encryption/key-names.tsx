import type { Catalogue } from '@/domain/languages/en'
import { fillIn } from '@/lib/ui-words'
import type { OfferedKey } from '@/server/encryption/project-keys'

const grouped = (fingerprint: string) => fingerprint.replace(/.{4}(?=.)/g, '$& ')

/** A fingerprint in groups of four, as gpg prints it. */
export function Fingerprint({ fingerprint }: { fingerprint: string }) {
  return <span className="font-mono text-[0.9375em] wrap-anywhere tabular-nums">{grouped(fingerprint)}</span>
}

type Words = Pick<Catalogue['encryption'], 'noName' | 'download' | 'validUntil'>

/** The keys of a team, each with its names, its fingerprint, and where it is downloaded. */
export function KeyNames({ keys, words }: { keys: readonly OfferedKey[]; words: Words }) {
  return (
    <ul className="grid gap-2">
      {keys.map(({ fingerprint, userIds, expiresAt, href }) => (
        <li key={fingerprint} className="grid gap-0.5">
          <span className="wrap-anywhere">{userIds.join(', ') || words.noName}</span>
          <Fingerprint fingerprint={fingerprint} />
          <span className="text-sm text-muted">
            <a href={href} className="text-accent underline">
              {words.download}
            </a>
            {expiresAt && ` · ${fillIn(words.validUntil, { date: expiresAt.slice(0, 10) })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
