import type { Metadata } from 'next'
import { pageLanguage } from '@/components/shell/page-language'
import { StatusPage } from '@/components/shell/status-page'
import { LinkButton } from '@/components/ui/link-button'

/** The sheet speaks where no script draws the page below. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return {
    title: t('notFound.title'),
    icons: { icon: '/icon.svg', other: { rel: 'stylesheet', url: '/nothing-here.css' } },
  }
}

export default async function NotFound() {
  const { t } = await pageLanguage()
  return (
    <StatusPage
      title={t('notFound.heading')}
      actions={
        <>
          <LinkButton href="/">{t('notFound.start')}</LinkButton>
          <LinkButton href="/receipt">{t('shell.findReport')}</LinkButton>
        </>
      }
    >
      <p>{t('notFound.note')}</p>
    </StatusPage>
  )
}
