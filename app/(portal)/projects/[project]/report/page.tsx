import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { EncryptChoice } from '@/components/encryption/encrypt-choice'
import { CheckedNote } from '@/components/reports/checked-note'
import { PauseNotice } from '@/components/reports/pause-notice'
import { ReportAside } from '@/components/reports/report-aside'
import { ReportFields } from '@/components/reports/report-fields'
import { ReportForm } from '@/components/reports/report-form'
import { pageLanguage } from '@/components/shell/page-language'
import { PageHeading } from '@/components/ui/section'
import { promisesOf, soonestPromises } from '@/domain/policies/promises'
import { reportLimits } from '@/domain/reports/report-form'
import { anyone } from '@/server/auth/anyone'
import { environment } from '@/server/kernel/environment'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'
import { publicIntake } from '@/server/reports/public-intake'
import { attachmentLimits } from '@/server/reports/report-attachments'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('reportPage.title') }
}

/**
 * The first field is on the first screen of a phone: above it stand the promises in short, after the form all of them, on a wide
 * screen beside it. Once the receipt stands in the form's place, it is the only thing on the page.
 */
export default async function ReportPage({ params }: Props) {
  const [project, { isChecked, pause }] = await Promise.all([
    answerOf(publicProject(anyone, await params)),
    answerOf(publicIntake(anyone, await params)),
  ])
  const { terms } = project.policy
  const { t, words, language } = await pageLanguage()
  const { fields } = terms.reportMustHave
  const aside = (
    <aside
      id="promises"
      aria-label={t('reportPage.aside')}
      className="group-has-[#receipt]/page:hidden lg:sticky lg:top-6 lg:col-start-2 lg:row-start-1 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
    >
      <ReportAside slug={project.slug} terms={terms} promises={promisesOf(terms, language)} />
    </aside>
  )
  return (
    <div className="group/page grid gap-8">
      <div className="group-has-[#receipt]/page:hidden">
        <PageHeading
          title={t('reportPage.title')}
          note={
            <>
              <p>
                {t.rich('reportPage.to', {
                  name: project.name,
                  project: (name) => (
                    <a href={`/projects/${project.slug}`} className="text-accent underline">
                      {name}
                    </a>
                  ),
                })}{' '}
                {pause === null && t('reportPage.light')}
              </p>
              {pause === null && (
                <p className="mt-2 text-text lg:hidden">
                  {soonestPromises(terms, language)}{' '}
                  <a href="#promises" className="text-accent underline">
                    {t('reportPage.all')}
                  </a>
                </p>
              )}
            </>
          }
        />
      </div>
      <div className="grid gap-10 group-has-[#receipt]/page:block lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <ReportForm
            project={project.slug}
            submission={randomBytes(18).toString('base64url')}
            findReportUrl={`${environment().BASE_URL}/receipt`}
            words={{ form: words.reportForm, receipt: words.receipt, sending: words.sending }}
            keys={project.keys.map(({ href, fingerprint }) => ({ href, fingerprint }))}
            paused={pause && <PauseNotice pause={pause} />}
          >
            {isChecked && <CheckedNote />}
            <EncryptChoice
              keys={project.keys}
              field={t('reportFields.description')}
              readable={t('encryption.reportReadable')}
              words={words.encryption}
            />
            <ReportFields
              limits={reportLimits}
              fileLimits={attachmentLimits}
              isImpactNeeded={fields.includes('impact')}
              isContactWanted={fields.includes('contact')}
            />
          </ReportForm>
        </div>
        {aside}
      </div>
    </div>
  )
}
