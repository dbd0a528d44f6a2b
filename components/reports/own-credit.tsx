import { Disclosure } from '@/components/ui/disclosure'
import { pageLanguage } from '@/components/shell/page-language'
import type { Translate } from '@/domain/languages/spoken'
import { creditName, type CreditWish } from '@/domain/reports/reporter-terms'
import type { OwnReport } from '@/server/reports/own-report'
import { OwnCreditForm } from './own-credit-form'

/** How the reporter is credited, and until the publication the way to change it. */
export async function OwnCredit({ report: { reference, terms, mayCorrectCredit } }: { report: OwnReport }) {
  const { t, words } = await pageLanguage()
  const { credit } = terms
  const roles =
    credit.as === 'none' ? '' : credit.roles.map((role) => t(`creditFields.roles.${role}`)).join(', ')
  const summary = (
    <span className="min-w-0 wrap-anywhere">
      {t('ownReport.credit', { name: credited(credit, t) })}
      {roles && <span className="font-normal text-muted"> · {roles}</span>}
    </span>
  )
  if (mayCorrectCredit)
    return <OwnCreditForm reference={reference} terms={terms} summary={summary} words={words.creditFields} />
  return (
    <Disclosure summary={summary}>
      <p>{t('ownReport.creditFixed')}</p>
    </Disclosure>
  )
}

/** How they asked to be named. */
function credited(wish: CreditWish, t: Translate): string {
  if (wish.as === 'none') return t('ownReport.creditNone')
  return wish.as === 'name' ? (creditName(wish) ?? t('ownReport.creditNone')) : t('ownReport.creditAnonymous')
}
