import type { Metadata } from 'next'
import { cache } from 'react'
import { AcknowledgedYears } from '@/components/advisories/acknowledged-years'
import { pageLanguage } from '@/components/shell/page-language'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/section'
import { publicAcknowledgements } from '@/server/advisories/public-acknowledgements'
import { anyone } from '@/server/auth/anyone'
import { answerOf } from '@/server/kernel/page'

type Props = { params: Promise<{ project: string }> }

const acknowledgementsOf = cache((project: string) => publicAcknowledgements(anyone, { project }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await acknowledgementsOf((await params).project)
  const { t } = await pageLanguage()
  return {
    title: found.ok ? t('acknowledgements.of', { name: found.value.project.name }) : t('notFound.title'),
  }
}

export default async function AcknowledgementsPage({ params }: Props) {
  const { project, years, isComplete } = await answerOf(acknowledgementsOf((await params).project))
  const path = `/projects/${project.slug}`
  const { t } = await pageLanguage()
  return (
    <div className="grid gap-10">
      <PageHeading
        title={t('project.acknowledgements')}
        note={
          <p>
            {t.rich('acknowledgements.note', {
              name: project.name,
              project: (name) => (
                <a href={path} className="text-accent underline">
                  {name}
                </a>
              ),
            })}
          </p>
        }
        actions={
          <a href={`${path}/acknowledgements.json`} className="text-sm text-accent underline">
            JSON
          </a>
        }
      />
      {!isComplete && (
        <Callout kind="info" title={t('acknowledgements.incomplete')}>
          <p>{t('acknowledgements.incompleteNote')}</p>
        </Callout>
      )}
      {years.length === 0 ? (
        <EmptyState
          title={t('acknowledgements.none')}
          action={
            <a href={`${path}/report`} className="text-accent underline">
              {t('waysToReport.report')}
            </a>
          }
        >
          <p>{t('acknowledgements.noneNote')}</p>
        </EmptyState>
      ) : (
        <AcknowledgedYears years={years} projectSlug={project.slug} />
      )}
    </div>
  )
}
