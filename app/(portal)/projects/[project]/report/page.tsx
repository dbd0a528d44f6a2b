import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { EncryptChoice } from '@/components/encryption/encrypt-choice'
import { CheckedNote } from '@/components/reports/checked-note'
import { PauseNotice } from '@/components/reports/pause-notice'
import { ReportAside } from '@/components/reports/report-aside'
import { ReportFields } from '@/components/reports/report-fields'
import { ReportForm } from '@/components/reports/report-form'
import { PageHeading } from '@/components/ui/section'
import { reportLimits } from '@/domain/reports/report-form'
import { anyone } from '@/server/auth/anyone'
import { environment } from '@/server/kernel/environment'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'
import { publicIntake } from '@/server/reports/public-intake'
import { attachmentLimits } from '@/server/reports/report-attachments'

type Props = { params: Promise<{ project: string }> }

export const metadata: Metadata = { title: 'Report a vulnerability' }

/** Once the receipt stands in the form's place, it is the only thing on the page. */
export default async function ReportPage({ params }: Props) {
  const [project, { isChecked, pause }] = await Promise.all([
    answerOf(publicProject(anyone, await params)),
    answerOf(publicIntake(anyone, await params)),
  ])
  const { terms, promises } = project.policy
  const { fields } = terms.reportMustHave
  return (
    <div className="group/page grid gap-8">
      <div className="group-has-[#receipt]/page:hidden">
        <PageHeading
          title="Report a vulnerability"
          note={
            <p>
              To{' '}
              <a href={`/projects/${project.slug}`} className="text-accent underline">
                {project.name}
              </a>
              . Only its security team reads what you write.
            </p>
          }
        />
      </div>
      <div className="grid gap-10 group-has-[#receipt]/page:block lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 max-lg:order-2">
          <ReportForm
            project={project.slug}
            submission={randomBytes(18).toString('base64url')}
            findReportUrl={`${environment().BASE_URL}/receipt`}
            keys={project.keys.map(({ href, fingerprint }) => ({ href, fingerprint }))}
            paused={pause && <PauseNotice pause={pause} />}
          >
            {isChecked && <CheckedNote />}
            <EncryptChoice
              keys={project.keys}
              field="Description"
              readable="The dates and boxes under “Your terms” and your contact stay readable, and an address is needed. The title becomes a neutral one."
            />
            <ReportFields
              limits={reportLimits}
              fileLimits={attachmentLimits}
              isImpactNeeded={fields.includes('impact')}
              isContactWanted={fields.includes('contact')}
            />
          </ReportForm>
        </div>
        <aside
          aria-label="Promises and safe harbour"
          className="group-has-[#receipt]/page:hidden lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
        >
          <ReportAside slug={project.slug} terms={terms} promises={promises} />
        </aside>
      </div>
    </div>
  )
}
