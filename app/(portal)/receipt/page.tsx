import type { Metadata } from 'next'
import { LostReceiptForm } from '@/components/reporters/lost-receipt-form'
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
      <div>
        <LostReceiptForm
          before={
            <p className="max-w-prose">
              Only its fingerprint is stored, so nobody can give it to you again. If you left an address with
              the report, a link to a new receipt can go there, and nowhere else.
            </p>
          }
          after={
            <p className="max-w-prose text-muted">
              You left no address? Then nobody can tell that a report is yours, and the way back is gone. Send
              it once more and say that you have sent it before: the team then links the two.
            </p>
          }
        />
        <Disclosure summary="I have several receipts">
          <p className="max-w-prose">
            A page of your own can keep them: you open it by a link in your mail instead of typing receipts.
          </p>
          <p>
            <LinkButton href="/my-reports">My reports</LinkButton>
          </p>
        </Disclosure>
      </div>
    </div>
  )
}
