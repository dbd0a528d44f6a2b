import type { PolicyTerms } from '@/domain/policies/terms'
import { Fingerprint } from '@/components/encryption/key-names'
import { pageLanguage } from '@/components/shell/page-language'
import { LinkButton } from '@/components/ui/link-button'
import { requestForms, requestKinds } from '@/domain/requests/request'
import type { OfferedKey } from '@/server/encryption/project-keys'
import { LinkedText } from './linked-text'

type Props = {
  slug: string
  /** The form takes nothing just now; the notice above says where to write instead. */
  isPaused: boolean
  channels: PolicyTerms['channels']
  keys: readonly OfferedKey[]
  /** Where keys are found; none that has expired. */
  encryptionAddresses: readonly string[]
}

/** The one big way to report, and the quieter ones. */
export async function WaysToReport({ slug, isPaused, channels, keys, encryptionAddresses }: Props) {
  const { t } = await pageLanguage()
  const { mail, plainContact } = channels
  return (
    <div className="grid gap-4">
      {!isPaused && (
        <>
          <LinkButton
            href={`/projects/${slug}/report`}
            variant="primary"
            className="min-h-14 px-8 text-[1.125em] max-sm:justify-self-stretch"
          >
            {t('waysToReport.report')}
          </LinkButton>
          <p className="max-w-prose text-muted">{t('waysToReport.note')}</p>
        </>
      )}
      {(mail.length > 0 || encryptionAddresses.length > 0 || plainContact) && (
        <ul className="grid max-w-prose gap-1 text-muted">
          {mail.map((address) => (
            <li key={address}>
              {t.rich('waysToReport.byMail', { address: () => <LinkedText text={address} /> })}
            </li>
          ))}
          {keys.map(({ fingerprint, href }) => (
            <li key={fingerprint}>
              {t.rich('waysToReport.withKey', {
                key: (words) => (
                  <a href={href} className="text-accent underline">
                    {words}
                  </a>
                ),
                fingerprint: () => <Fingerprint fingerprint={fingerprint} />,
              })}
            </li>
          ))}
          {keys.length === 0 &&
            encryptionAddresses.map((address) => (
              <li key={address}>
                {t.rich('waysToReport.encrypted', { address: () => <LinkedText text={address} /> })}
              </li>
            ))}
          {plainContact && (
            <li>
              {t.rich('waysToReport.ifEncryptionFails', {
                address: () => <LinkedText text={plainContact} />,
              })}
            </li>
          )}
        </ul>
      )}
      <ul className="flex max-w-prose flex-wrap gap-x-5 gap-y-1" aria-label={t('waysToReport.other')}>
        {requestKinds.map((kind) => (
          <li key={kind}>
            <a
              href={`/projects/${slug}/${requestForms[kind].path}`}
              className="inline-flex min-h-6 items-center text-accent underline"
            >
              {t(`requestForms.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
