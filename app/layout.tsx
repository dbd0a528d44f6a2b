import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { chosenTheme } from '@/components/shell/chosen-theme'
import { pageLanguage } from '@/components/shell/page-language'
import { ServerClock } from '@/components/ui/server-clock'
import { UiLanguage } from '@/components/ui/ui-language'
import { defaultLanguage } from '@/domain/languages/languages'
import { classNames } from '@/lib/class-names'
import { now } from '@/server/kernel/clock'
import './globals.css'

/** Every page carries a nonce of its own, and the database is never opened while the application is built. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { t, language } = await pageLanguage()
  return {
    title: { default: 'Disclosure Desk', template: '%s · Disclosure Desk' },
    description: t('home.description'),
    // The sheet speaks where a page could not be made and no script says so.
    icons: {
      icon: '/icon.svg',
      other: { rel: 'stylesheet', url: `/something-failed.css?language=${language}` },
    },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page carries the nonce of its own answer and is in its reader's language, so none may be made at build time.
  const { language, ui } = await pageLanguage()
  const theme = await chosenTheme()
  return (
    <html
      lang={language}
      data-theme={theme === 'system' ? undefined : theme}
      className={classNames(GeistSans.variable, GeistMono.variable)}
      suppressHydrationWarning
    >
      <body>
        <ServerClock now={now()} />
        {language === defaultLanguage ? children : <UiLanguage words={ui}>{children}</UiLanguage>}
      </body>
    </html>
  )
}
