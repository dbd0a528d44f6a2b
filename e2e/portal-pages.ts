import { expect, type Page } from '@playwright/test'
import type { DeskServer } from './desk'
import { Reporter } from './reporter'

/** Every page that needs no account; of a lively desk. */
export function publicPages(advisory: string): string[] {
  return [
    '/',
    '/projects/marmotte',
    '/projects/dynamoose',
    '/projects/marmotte/acknowledgements',
    '/projects/pedro/acknowledgements',
    '/projects/art-of-tech/report',
    '/projects/marmotte/ask-before-testing',
    '/projects/marmotte/suggest-policy-change',
    '/projects/dynamoose/request-backport',
    '/receipt',
    '/my-reports',
    '/new-receipt',
    '/no-mail/none',
    advisory,
    `${advisory}/revisions/1`,
    '/sign-in',
    '/sign-in/link?address=a@example.org&token=x',
    '/invitation',
    '/set-up',
    '/no-such-page',
  ]
}

/** The portal's pages that are only there for who holds a receipt or a link; `opensOwnPages` goes to them. */
export const ownPages = [
  '/report',
  '/report/draft',
  '/request',
  '/my-reports (opened)',
  '/new-receipt (opened)',
]

/** The address of an advisory that was announced. */
export async function announcedAdvisory(page: Page): Promise<string> {
  await page.goto('/projects/marmotte')
  const latest = page
    .getByRole('region', { name: 'Latest advisories' })
    .getByRole('link', { name: /^(?!Feed$)/ })
  return new URL((await latest.first().getAttribute('href')) ?? '', page.url()).pathname
}

/** Goes to a page, which is whole when it is there. */
export async function opens(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(path.includes('no-such-page') ? 404 : 200)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.getByLabel(/^Loading|^Reading/)).toHaveCount(0)
}

// A link is mailed to one address a few times only.
const lost = ['ruben@example.org', 'ilse@example.org', 'wen@example.org', 'kofi@example.org']
const stories = ['archive', 'session-cookie', 'queue-prefix', 'plugin-runs', 'search-titles']
let turn = 0

/**
 * Opens, one after the other, what only a receipt or a mailed link opens, with scripts or without; `look` is called on each. What
 * only a reporter who was asked something sees is among it; their report, `search-titles`, comes last.
 */
export async function opensOwnPages(
  { page, desk, reports = stories }: { page: Page; desk: DeskServer; reports?: readonly string[] },
  look: (path: string) => Promise<void>,
): Promise<void> {
  const reporter = new Reporter(page, desk)
  for (const story of reports) {
    await reporter.comesBackWith(desk.story(story).receipt)
    await look('/report')
  }
  await look('/report/draft')
  for (const request of ['a question', 'a backport']) {
    await opensRequest(page, desk.story(request).receipt)
    await look('/request')
  }
  await opensList(page, desk, `looker-${turn}@example.test`)
  await look('/my-reports')
  await page.getByRole('textbox', { name: 'Receipt' }).fill(desk.story('search-titles').receipt)
  await page.getByRole('button', { name: 'Put it on my list' }).click()
  await expect(page.getByText('The report is on your list.')).toBeVisible()
  await look('/my-reports')
  await asksForReceipt(page, desk, lost[turn++ % lost.length]!)
  await look('/new-receipt')
}

/** From the page that asks for a receipt to the request it opens. */
async function opensRequest(page: Page, receipt: string): Promise<void> {
  await page.goto('/receipt')
  await page.getByRole('textbox', { name: 'Receipt' }).fill(receipt)
  await page.getByRole('button', { name: 'Open my report' }).click()
  await expect(page).toHaveURL(/\/request$/)
}

/** Has a link to the list of that address mailed, and opens it. */
async function opensList(page: Page, desk: DeskServer, address: string): Promise<void> {
  await page.goto('/my-reports')
  await page.getByRole('textbox', { name: 'Mail address' }).fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await page.goto(await mailedLink(desk, address, /link to your reports/))
  await page.getByRole('button', { name: 'Open my reports' }).click()
  await expect(page.getByText('No report is on your list')).toBeVisible()
}

/** Has a way back to the report of that address mailed, and opens it. */
async function asksForReceipt(page: Page, desk: DeskServer, address: string): Promise<void> {
  await page.goto('/receipt')
  await page.getByText('I lost my receipt').click()
  await page.getByRole('textbox', { name: 'Mail address' }).fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await page.goto(await mailedLink(desk, address, /way back to your report/))
}

/** The link in the last such mail to that address. */
export async function mailedLink(desk: DeskServer, address: string, subject: RegExp): Promise<string> {
  const { text } = await desk.mails.wait(address, subject)
  return /https?:\/\/\S+\/(?:my-reports|new-receipt|no-mail)\/\S+/.exec(text)?.[0] ?? ''
}
