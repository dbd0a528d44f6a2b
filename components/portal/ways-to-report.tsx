import type { PolicyTerms } from '@/domain/policies/terms'
import { LinkButton } from '@/components/ui/link-button'
import { LinkedText } from './linked-text'

type Props = { slug: string; channels: PolicyTerms['channels'] }

/** The one big way to report, and the quieter ones. */
export function WaysToReport({ slug, channels }: Props) {
  const { mail, encryptionKeyUrl, plainContact } = channels
  return (
    <div className="grid gap-4">
      <LinkButton
        href={`/projects/${slug}/report`}
        variant="primary"
        className="min-h-14 px-8 text-[1.125em] max-sm:justify-self-stretch"
      >
        Report a vulnerability
      </LinkButton>
      <p className="max-w-prose text-muted">
        No account needed, and no name. You get a receipt that brings you back to your report.
      </p>
      {(mail.length > 0 || encryptionKeyUrl || plainContact) && (
        <ul className="grid max-w-prose gap-1 text-muted">
          {mail.map((address) => (
            <li key={address}>
              By mail: <LinkedText text={address} />
            </li>
          ))}
          {encryptionKeyUrl && (
            <li>
              Encrypted: <LinkedText text={encryptionKeyUrl} />
            </li>
          )}
          {plainContact && (
            <li>
              If encryption fails: <LinkedText text={plainContact} />
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
