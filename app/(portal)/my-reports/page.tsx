import type { Metadata } from 'next'
import { ClaimForm } from '@/components/reporters/claim-form'
import { ListedReports } from '@/components/reporters/listed-reports'
import { MyReportsForm } from '@/components/reporters/my-reports-form'
import { OpenMyReportsForm } from '@/components/reporters/open-my-reports-form'
import { pageLanguage } from '@/components/shell/page-language'
import { Button } from '@/components/ui/button'
import { PageHeading, Section } from '@/components/ui/section'
import { anyone } from '@/server/auth/anyone'
import { linkToken } from '@/server/auth/link-cookie'
import { reporterSession } from '@/server/auth/reporter-session-cookie'
import { closeMyReportsAction } from '@/server/reporters/actions'
import { myReports } from '@/server/reporters/my-reports'
import { linkHours } from '@/server/reporters/reporter-link'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('myReports.title'), robots: { index: false } }
}

export default async function MyReportsPage() {
  const session = await reporterSession()
  const list = session === null ? null : await myReports(anyone, { session })
  const { t, words } = await pageLanguage()
  if (list?.ok) {
    const { receipt, hint } = words.findReportForm
    return (
      <div className="mx-auto grid max-w-3xl gap-8">
        <PageHeading
          title={t('myReports.title')}
          note={<p>{t('myReports.listed')}</p>}
          actions={
            <form id="close-list" action={closeMyReportsAction} className="flex flex-wrap gap-2">
              <Button type="submit" variant="quiet">
                {t('myReports.close')}
              </Button>
              <Button type="submit" variant="quiet" name="everywhere" value="yes">
                {t('myReports.closeEverywhere')}
              </Button>
            </form>
          }
        />
        <ListedReports reports={list.value} />
        <Section title={t('myReports.add')}>
          <div className="max-w-xl">
            <ClaimForm words={{ receipt, hint, add: t('myReports.addHere') }} />
          </div>
        </Section>
      </div>
    )
  }
  const isFromMail = (await linkToken('my-reports')) !== null
  const { openList, opening } = words.myReports
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeading title={t('myReports.title')} note={<p>{t('myReports.note')}</p>} />
      {isFromMail ? <OpenMyReportsForm words={{ openList, opening }} /> : null}
      <MyReportsForm
        said={t('myReports.sent', { hours: linkHours, address: '{address}' })}
        words={words.reporterLink}
      />
      <p className="max-w-prose text-muted">{t('myReports.fingerprint')}</p>
    </div>
  )
}
