import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/skip-link'
import { chosenTheme } from './chosen-theme'
import { LanguageSwitch } from './language-switch'
import { pageLanguage } from './page-language'
import { ThemeSwitch } from './theme-switch'
import { Wordmark } from './wordmark'

type Props = {
  /** Name of this instance, such as the team or foundation that runs it. */
  instanceName: string
  /** Where a reporter comes back with a receipt. */
  findReportHref: string
  children: ReactNode
}

/** What stands around every public page: plain HTML that needs no scripts. */
export async function PortalShell({ instanceName, findReportHref, children }: Props) {
  const { t, words } = await pageLanguage()
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <SkipLink label={t('shell.skip')} />
      <header className="border-b border-line">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3 sm:px-6">
          <Wordmark name={instanceName} href="/" />
          <nav aria-label={t('shell.reporter')}>
            <a href={findReportHref} className="inline-flex min-h-6 items-center text-accent underline">
              {t('shell.findReport')}
            </a>
          </nav>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6 sm:py-12"
      >
        {children}
      </main>
      <footer className="border-t border-line" data-print="hide">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 text-sm text-muted sm:px-6">
          <nav aria-label={t('shell.about')} className="flex flex-wrap gap-x-5 gap-y-1">
            <a
              href="/.well-known/security.txt"
              className="inline-flex min-h-6 items-center text-muted underline"
            >
              security.txt
            </a>
            <a href="/console" className="inline-flex min-h-6 items-center text-muted underline">
              {t('shell.forMaintainers')}
            </a>
          </nav>
          <LanguageSwitch />
          <ThemeSwitch chosen={await chosenTheme()} words={words.shell} />
        </div>
      </footer>
    </div>
  )
}
