import type { PublicDocument } from '@/domain/advisories/public-document'
import { pageLanguage } from '@/components/shell/page-language'
import { saidAgain } from '@/domain/languages/said-again'
import { Time } from '@/components/ui/time'
import { CreditName } from './credit-name'

/** Who is thanked, and for what. */
export async function Credits({ credits }: Pick<PublicDocument, 'credits'>) {
  const { t, language } = await pageLanguage()
  return (
    <ul className="grid gap-1">
      {credits.map(({ name, link, roles }) => (
        <li key={`${name} ${link}`}>
          <CreditName name={saidAgain(language, name)} link={link} />{' '}
          <span className="text-muted">({roles.map((role) => t(`creditRole.${role}`)).join(', ')})</span>
        </li>
      ))}
    </ul>
  )
}

/** From the report to the announcement, as the public may read it. */
export async function DisclosureTimeline({ timeline }: Pick<PublicDocument, 'timeline'>) {
  const { language } = await pageLanguage()
  return (
    <ol className="grid gap-2">
      {timeline.map(({ at, text }, index) => (
        <li key={index} className="grid gap-x-4 sm:grid-cols-[14rem_1fr]">
          <Time instant={at} show="absolute" className="text-muted tabular-nums" />
          <span>{saidAgain(language, text)}</span>
        </li>
      ))}
    </ol>
  )
}

/** Every revision, each of them still readable. */
export async function Revisions({
  revisions,
  path,
  shown,
}: Pick<PublicDocument, 'revisions'> & { path: string; shown: number }) {
  const { t, language } = await pageLanguage()
  return (
    <ol className="grid gap-2">
      {revisions.map(({ number, at, note }) => (
        <li key={number} className="grid gap-x-4 sm:grid-cols-[14rem_1fr]">
          <Time instant={at} show="absolute" className="text-muted tabular-nums" />
          <span>
            {number === shown ? (
              t('advisory.revision', { number })
            ) : (
              <a href={`${path}/revisions/${number}`} className="text-accent underline">
                {t('advisory.revision', { number })}
              </a>
            )}
            : {saidAgain(language, note)}
          </span>
        </li>
      ))}
    </ol>
  )
}
