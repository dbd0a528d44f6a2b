import type { Metadata } from 'next'
import { cache } from 'react'
import { AdvisoryDocument } from '@/components/advisories/advisory-document'
import { InterimPage } from '@/components/advisories/interim-page'
import { pageLanguage } from '@/components/shell/page-language'
import { advisoryProse } from '@/server/advisories/advisory-prose'
import { publicAdvisory } from '@/server/advisories/public-advisory'
import { anyone } from '@/server/auth/anyone'
import { answerOf } from '@/server/kernel/page'

type Props = { params: Promise<{ project: string; advisory: string }> }

const advisoryNamed = cache((project: string, advisory: string) =>
  publicAdvisory(anyone, { project, advisory }),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project: slug, advisory } = await params
  const { t } = await pageLanguage()
  const found = await advisoryNamed(slug, advisory)
  if (!found.ok) return { title: t('notFound.title') }
  if (found.value.kind === 'interim')
    return {
      title: t('interim.title', { project: found.value.project.name }),
      robots: { index: false },
    }
  const { title, project } = found.value.document
  return { title: `${project.name}: ${title}` }
}

export default async function AdvisoryPage({ params }: Props) {
  const { project, advisory } = await params
  const found = await answerOf(advisoryNamed(project, advisory))
  if (found.kind === 'interim') return <InterimPage {...found} />
  const { document, isLatest } = found
  return <AdvisoryDocument document={document} prose={advisoryProse(document)} isLatest={isLatest} />
}
