import type { Metadata } from 'next'
import { StopNewsForm } from '@/components/reporters/stop-news-form'
import { pageLanguage } from '@/components/shell/page-language'
import { PageHeading } from '@/components/ui/section'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('noMail.title'), robots: { index: false } }
}

/** Where the link in every mail to a reporter arrives. Stopping takes a press, because mail scanners open links too. */
export default async function NoMailPage({ params }: { params: Promise<{ key: string }> }) {
  const { t, words } = await pageLanguage()
  const { stop, stopped } = words.noMail
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeading title={t('noMail.title')} note={<p>{t('noMail.note')}</p>} />
      <StopNewsForm stopKey={(await params).key} words={{ stop, stopped }} />
    </div>
  )
}
