import type { OfferedKey } from '@/server/encryption/project-keys'

const grouped = (fingerprint: string) => fingerprint.replace(/.{4}(?=.)/g, '$& ')

/** A fingerprint in groups of four, as gpg prints it. */
export function Fingerprint({ fingerprint }: { fingerprint: string }) {
  return <span className="font-mono text-[0.9375em] wrap-anywhere tabular-nums">{grouped(fingerprint)}</span>
}

/** The keys of a team, each with its names, its fingerprint, and where it is downloaded. */
export function KeyNames({ keys }: { keys: readonly OfferedKey[] }) {
  return (
    <ul className="grid gap-2">
      {keys.map(({ fingerprint, userIds, expiresAt, href }) => (
        <li key={fingerprint} className="grid gap-0.5">
          <span className="wrap-anywhere">{userIds.join(', ') || 'No name'}</span>
          <Fingerprint fingerprint={fingerprint} />
          <span className="text-sm text-muted">
            <a href={href} className="text-accent underline">
              Download this key
            </a>
            {expiresAt && ` · valid until ${expiresAt.slice(0, 10)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
