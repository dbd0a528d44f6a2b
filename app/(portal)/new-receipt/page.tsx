import type { Metadata } from 'next'
import { RenewReceiptForm } from '@/components/reporters/renew-receipt-form'
import { pageLanguage } from '@/components/shell/page-language'
import { PageHeading } from '@/components/ui/section'
import { environment } from '@/server/kernel/environment'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('newReceipt.title'), robots: { index: false } }
}

/** Where a mailed link arrives. The new receipt takes a press, because mail scanners open links too and this one works once. */
export default async function NewReceiptPage() {
  const { t, words } = await pageLanguage()
  const { make, making, made } = words.newReceipt
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeading title={t('newReceipt.title')} note={<p>{t('newReceipt.note')}</p>} />
      <RenewReceiptForm
        findReportUrl={`${environment().BASE_URL}/receipt`}
        words={{ receipt: words.receipt, renew: { make, making, made } }}
      />
      <p className="text-muted">
        {t.rich('newReceipt.again', {
          ask: (said) => (
            <a href="/receipt" className="text-accent underline">
              {said}
            </a>
          ),
        })}
      </p>
    </div>
  )
}
