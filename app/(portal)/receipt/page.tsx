import type { Metadata } from 'next'
import { FindReportForm } from '@/components/reports/find-report-form'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Callout } from '@/components/ui/callout'
import { PageHeading } from '@/components/ui/section'
import { currentAsker, currentReporter } from '@/server/auth/receipt-cookie'

export const metadata: Metadata = { title: 'Find my report', robots: { index: false } }

export default async function ReceiptPage() {
  const isRemembered = (await currentReporter()).kind === 'reporter'
  const isAskerRemembered = (await currentAsker()).kind === 'reporter'
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeading
        title="Find my report"
        note={
          <p>
            Enter the receipt you got when you sent a report, or asked the team for something else. You then
            see where it stands.
          </p>
        }
      />
      {isRemembered && (
        <Callout title="This browser remembers a report">
          <LinkButton href="/report">Open that report</LinkButton>
        </Callout>
      )}
      {isAskerRemembered && (
        <Callout title="This browser remembers a request">
          <LinkButton href="/request">Open that request</LinkButton>
        </Callout>
      )}
      <FindReportForm />
      <Disclosure summary="I lost my receipt">
        <p className="max-w-prose">
          Only its fingerprint is stored, so nobody can give it to you again. Send the report once more and
          say that you have sent it before: the team then links the two.
        </p>
      </Disclosure>
    </div>
  )
}
