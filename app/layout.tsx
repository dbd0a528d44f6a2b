import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { chosenTheme } from '@/components/shell/chosen-theme'
import { ServerClock } from '@/components/ui/server-clock'
import { classNames } from '@/lib/class-names'
import { now } from '@/server/kernel/clock'
import './globals.css'

/** Every page carries a nonce of its own, and the database is never opened while the application is built. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Disclosure Desk', template: '%s · Disclosure Desk' },
  description: 'Where a team receives vulnerability reports and brings them to an announcement, on time.',
  icons: { icon: '/icon.svg' },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page carries the nonce of its own answer, so none may be made at build time.
  await headers()
  const theme = await chosenTheme()
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      className={classNames(GeistSans.variable, GeistMono.variable)}
      suppressHydrationWarning
    >
      <body>
        <ServerClock now={now()} />
        {children}
      </body>
    </html>
  )
}
