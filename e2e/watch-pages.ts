import type { BrowserContext, Page } from '@playwright/test'

/** Refusals that a test provokes, and lines it cuts, are shown by the browser as well; they are no troubles. */
const isProvoked = (text: string) =>
  /^Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_FAILED$)/.test(text)

/** Collects what must never happen on any page: script errors, anything the content security policy stops, answers of 500 and more. */
export function watchPages(context: BrowserContext, troubles: string[]): void {
  const watch = (page: Page) => {
    page.on('pageerror', (error) => troubles.push(`${page.url()} threw ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isProvoked(message.text()))
        troubles.push(`${page.url()} says ${message.text()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500) troubles.push(`${response.url()} answered ${response.status()}`)
    })
  }
  context.on('page', watch)
}
