import type { Metadata } from 'next'
import { ClaimForm } from '@/components/reporters/claim-form'
import { ListedReports } from '@/components/reporters/listed-reports'
import { MyReportsForm } from '@/components/reporters/my-reports-form'
import { OpenMyReportsForm } from '@/components/reporters/open-my-reports-form'
import { Button } from '@/components/ui/button'
import { PageHeading, Section } from '@/components/ui/section'
import { anyone } from '@/server/auth/anyone'
import { linkToken } from '@/server/auth/link-cookie'
import { reporterSession } from '@/server/auth/reporter-session-cookie'
import { closeMyReportsAction } from '@/server/reporters/actions'
import { myReports } from '@/server/reporters/my-reports'

export const metadata: Metadata = { title: 'My reports', robots: { index: false } }

export default async function MyReportsPage() {
  const session = await reporterSession()
  const list = session === null ? null : await myReports(anyone, { session })
  if (list?.ok)
    return (
      <div className="mx-auto grid max-w-3xl gap-8">
        <PageHeading
          title="My reports"
          note={<p>Only reports whose receipts were entered here.</p>}
          actions={
            <form action={closeMyReportsAction} className="flex flex-wrap gap-2">
              <Button type="submit" variant="quiet">
                Close the list
              </Button>
              <Button type="submit" variant="quiet" name="everywhere" value="yes">
                Close it in every browser
              </Button>
            </form>
          }
        />
        <ListedReports reports={list.value} />
        <Section title="Add a report">
          <div className="max-w-xl">
            <ClaimForm />
          </div>
        </Section>
      </div>
    )
  const isFromMail = (await linkToken('my-reports')) !== null
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeading
        title="My reports"
        note={
          <p>
            A page that keeps the receipts of several reports, so that you need not type them. You do not need
            one: each receipt works by itself.
          </p>
        }
      />
      {isFromMail ? <OpenMyReportsForm /> : null}
      <MyReportsForm />
      <p className="max-w-prose text-muted">
        The address shows no report by itself: only what you add with its receipt is listed. Of the address,
        nothing but a fingerprint is kept.
      </p>
    </div>
  )
}
