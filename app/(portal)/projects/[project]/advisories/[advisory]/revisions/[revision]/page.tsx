import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdvisoryDocument } from '@/components/advisories/advisory-document'
import { pageLanguage } from '@/components/shell/page-language'
import { advisoryProse } from '@/server/advisories/advisory-prose'
import { publicAdvisory } from '@/server/advisories/public-advisory'
import { anyone } from '@/server/auth/anyone'

type Props = { params: Promise<{ project: string; advisory: string; revision: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('advisory.earlier'), robots: { index: false } }
}

export default async function RevisionPage({ params }: Props) {
  const found = await publicAdvisory(anyone, await params)
  // A revision that is no number is as unknown as one that never was.
  if (!found.ok || found.value.kind !== 'document') notFound()
  const { document, isLatest } = found.value
  return <AdvisoryDocument document={document} prose={advisoryProse(document)} isLatest={isLatest} />
}
