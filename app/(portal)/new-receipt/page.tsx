import type { Metadata } from 'next'
import { RenewReceiptForm } from '@/components/reporters/renew-receipt-form'
import { pageLanguage } from '@/components/shell/page-language'
import { PageHeading } from '@/components/ui/section'
import { environment } from '@/server/kernel/environment'

export const metadata: Metadata = { title: 'A new receipt', robots: { index: false } }

/** Where a mailed link arrives. The new receipt takes a press, because mail scanners open links too and this one works once. */
export default async function NewReceiptPage() {
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeading
        title="A new receipt"
        note={<p>For a report left with your address. The old receipt opens nothing any more then.</p>}
      />
      <RenewReceiptForm
        findReportUrl={`${environment().BASE_URL}/receipt`}
        words={(await pageLanguage()).words.receipt}
      />
      <p className="text-muted">
        Did the link not work?{' '}
        <a href="/receipt" className="text-accent underline">
          Ask for another
        </a>
      </p>
    </div>
  )
}
