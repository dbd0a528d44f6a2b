import type { Metadata } from 'next'
import { LostReceiptForm } from '@/components/reporters/lost-receipt-form'
import { FindReportForm } from '@/components/reports/find-report-form'
import { pageLanguage } from '@/components/shell/page-language'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Callout } from '@/components/ui/callout'
import { PageHeading } from '@/components/ui/section'
import { currentAsker, currentReporter } from '@/server/auth/receipt-cookie'
import { linkHours } from '@/server/reporters/reporter-link'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('findReport.title'), robots: { index: false } }
}

export default async function ReceiptPage() {
  const { t, words } = await pageLanguage()
  const isRemembered = (await currentReporter()).kind === 'reporter'
  const isAskerRemembered = (await currentAsker()).kind === 'reporter'
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeading title={t('findReport.title')} note={<p>{t('findReport.note')}</p>} />
      {isRemembered && (
        <Callout title={t('findReport.remembersReport')}>
          <LinkButton href="/report">{t('findReport.openReport')}</LinkButton>
        </Callout>
      )}
      {isAskerRemembered && (
        <Callout title={t('findReport.remembersRequest')}>
          <LinkButton href="/request">{t('findReport.openRequest')}</LinkButton>
        </Callout>
      )}
      <FindReportForm words={words.findReportForm} />
      <div>
        <LostReceiptForm
          title={t('lostReceipt.title')}
          said={t('lostReceipt.sent', { hours: linkHours, address: '{address}' })}
          words={words.reporterLink}
          before={<p className="max-w-prose">{t('findReport.lostNote')}</p>}
          after={<p className="max-w-prose text-muted">{t('findReport.lostWithoutAddress')}</p>}
        />
        <Disclosure summary={t('findReport.several')}>
          <p className="max-w-prose">{t('findReport.severalNote')}</p>
          <p>
            <LinkButton href="/my-reports">{t('findReport.myReports')}</LinkButton>
          </p>
        </Disclosure>
      </div>
    </div>
  )
}
