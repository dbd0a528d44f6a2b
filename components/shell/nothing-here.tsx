import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { pageLanguage } from './page-language'
import { StatusPage } from './status-page'

/** Of a page that says there is nothing. The sheet speaks where no script draws it. */
export async function nothingHereMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return {
    title: t('notFound.title'),
    icons: { icon: '/icon.svg', other: { rel: 'stylesheet', url: '/nothing-here.css' } },
  }
}

/** What is not there and what somebody may not see look the same. `isFramed`: a frame stands around it. */
export async function NothingHere({ isFramed }: { isFramed?: boolean }) {
  const { t } = await pageLanguage()
  return (
    <StatusPage
      isFramed={isFramed}
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
