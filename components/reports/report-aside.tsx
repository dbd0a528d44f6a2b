import { SafeHarbour } from '@/components/portal/policy-details'
import { pageLanguage } from '@/components/shell/page-language'
import { Disclosure } from '@/components/ui/disclosure'
import type { PolicyPromise } from '@/domain/policies/promises'
import type { PolicyTerms } from '@/domain/policies/terms'

type Props = { slug: string; terms: PolicyTerms; promises: readonly PolicyPromise[] }

const shown: readonly PolicyPromise['key'][] = [
  'acknowledge',
  'respond',
  'business_time',
  'announce',
  'may_publish',
]

/** What a reporter is promised and what is asked of them, in view while they write. */
export async function ReportAside({ slug, terms, promises }: Props) {
  const { t } = await pageLanguage()
  const { safeHarbour, scope } = terms
  return (
    <div className="grid gap-2 rounded-md bg-sunken p-5 text-[0.9375em]">
      <h2 className="text-[1.0625em]">{t('reportPage.count')}</h2>
      <ul className="grid gap-2">
        {promises
          .filter(({ key }) => shown.includes(key))
          .map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
      </ul>
      {safeHarbour && (
        <Disclosure summary={<h2 className="text-[1em] font-medium">{t('policy.safeHarbour')}</h2>} open>
          <SafeHarbour safeHarbour={safeHarbour} />
        </Disclosure>
      )}
      {scope.prohibitedTesting.length > 0 && (
        <Disclosure summary={<h2 className="text-[1em] font-medium">{t('policy.prohibitedTesting')}</h2>}>
          <ul className="grid list-disc gap-1 pl-4">
            {scope.prohibitedTesting.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <p>
        <a href={`/projects/${slug}#policy`} className="text-accent underline">
          {t('policy.whole')}
        </a>
      </p>
    </div>
  )
}
