import { RemoveKeyForm } from './remove-key-form'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import type { encryptionSettings } from '@/server/encryption/encryption-settings'
import { Fingerprint } from './key-names'

type Settings = Extract<Awaited<ReturnType<typeof encryptionSettings>>, { ok: true }>['value']
type Props = { project: string; keys: Settings['keys']; lockedBecause?: string }

/** The published keys of a project; what is about to expire says so first. */
export function ProjectKeys({ project, keys, lockedBecause }: Props) {
  if (keys.length === 0)
    return (
      <EmptyState title="No key is published">
        Without one reporters cannot encrypt. Publish the key that your team reads mail with, or one made for
        it.
      </EmptyState>
    )
  return (
    <ul className="grid max-w-3xl gap-5">
      {keys.map((key) => (
        <li key={key.fingerprint} className="grid gap-2">
          {key.warning !== null && key.expiresAt && (
            <Callout
              kind={key.standing === 'expired' ? 'danger' : 'warning'}
              title={key.standing === 'expired' ? 'Expired: not offered to anybody' : 'This key expires soon'}
            >
              <p>
                <Time instant={key.expiresAt} />. Extend it with gpg --quick-set-expire and publish it again,
                or publish another one.
              </p>
            </Callout>
          )}
          <p className="font-medium wrap-anywhere">{key.userIds.join(', ') || 'No name'}</p>
          <p>
            <Fingerprint fingerprint={key.fingerprint} />
          </p>
          <p className="text-sm text-muted">
            {key.expiresAt ? (
              <>
                Expires: <Time instant={key.expiresAt} />
              </>
            ) : (
              'Never expires'
            )}
            {key.standing === 'usable' && (
              <>
                {' · '}
                <a href={key.href} className="text-accent underline">
                  Its public address
                </a>
              </>
            )}
          </p>
          <RemoveKeyForm project={project} fingerprint={key.fingerprint} lockedBecause={lockedBecause} />
        </li>
      ))}
    </ul>
  )
}
