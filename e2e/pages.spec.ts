import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import fs from 'node:fs'
import type { DeskServer } from './desk'
import { expect, test } from './fixtures'
import type { Mailbox } from './mailbox'
import type { Maintainer } from './maintainer'
import type { Reporter } from './reporter'

test.use({ deskKind: 'lively' })

/** Every page that needs no account. */
function publicPages(advisory: string): string[] {
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
    '/invitation',
    '/set-up',
    '/no-such-page',
  ]
}

/** Every page of the console, with each part and each panel of a case. */
function consolePages(desk: DeskServer): string[] {
  const at = (story: string) => `/console/cases/${desk.story(story).reference}`
  const planned = at('archive')
  const fresh = at('session-cookie')
  return [
    '/console',
    '/console?view=overdue',
    '/console/requests',
    '/console/weaknesses?q=sql',
    '/console/calendar',
    '/console/projects',
    '/console/projects/new',
    '/console/projects/marmotte',
    '/console/projects/marmotte/lines',
    '/console/projects/marmotte/encryption',
    '/console/projects/marmotte/team',
    '/console/projects/marmotte/mail',
    '/console/projects/marmotte/about',
    '/console/projects/marmotte/import',
    '/console/people',
    '/console/incoming',
    '/console/outbox',
    '/console/jobs',
    '/console/account',
    '/console/no-such-page',
    ...['', '?section=lines&form=bulk', '?section=severity', '?section=audit'].map((part) => fresh + part),
    ...['?section=advisory&form=credit', '?section=events', '?write=note', '/preview'].map(
      (part) => planned + part,
    ),
    ...[
      'assign',
      'close',
      'restrict',
      'people',
      'embargo',
      'override',
      'title',
      'split',
      'link',
      'upstream',
      'move',
    ].map((panel) => `${planned}?panel=${panel}`),
    ...['confirm', 'silence'].map((panel) => `${fresh}?panel=${panel}`),
    at('reset-link'),
    at('preview'),
  ]
}

/** The address of an advisory that was announced. */
async function announcedAdvisory(page: Page): Promise<string> {
  await page.goto('/projects/marmotte')
  const latest = page
    .getByRole('region', { name: 'Latest advisories' })
    .getByRole('link', { name: /^(?!Feed$)/ })
  return new URL((await latest.first().getAttribute('href')) ?? '', page.url()).pathname
}

async function opens(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(path.includes('no-such-page') ? 404 : 200)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.getByLabel(/^Loading|^Reading/)).toHaveCount(0)
}

/** What axe finds serious or critical: everything in light, and the colours once more in dark, where nothing else differs. */
async function findings(page: Page, path: string): Promise<string[]> {
  await opens(page, path)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion no colour is caught on its way from one theme to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    for (const { id, nodes } of serious)
      for (const node of nodes)
        found.push(`${path} (${colorScheme}): ${id} at ${node.target.join(' ')}: ${node.html.slice(0, 120)}`)
  }
  return found
}

/** The portal's pages that are only there for who holds a receipt or a link; `opensOwnPages` goes to them. */
const ownPages = ['/report', '/report/draft', '/request', '/my-reports (opened)', '/new-receipt (opened)']

/** `/projects/marmotte/report` as the folder of its page: `/projects/[project]/report`. */
const folderOf = (path: string) =>
  path
    .replace(/\/(projects|advisories|revisions|no-mail)\/[^/]+/g, (_, name: string) => `/${name}/[]`)
    .replace(/ \(.*/, '')

test('every page of the portal is among those looked at here', async ({ reporter }) => {
  const files = fs.readdirSync('app/(portal)', { recursive: true, encoding: 'utf8' })
  const pages = files
    .filter((file) => /(?:^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`.replace(/\[[^\]]+\]/g, '[]'))
  expect(pages.length).toBeGreaterThan(12)
  const looked = [...publicPages(await announcedAdvisory(reporter.page)), ...ownPages].map(folderOf)
  expect(pages.filter((page) => !looked.includes(page))).toEqual([])
})

interface OwnPlaces {
  reporter: Reporter
  maintainer: (who: 'mei') => Promise<Maintainer>
  desk: DeskServer
  mails: Mailbox
}

/** Opens, one after the other, what only a receipt or a mailed link opens; `look` is called on each. */
async function opensOwnPages(
  { reporter, maintainer, desk, mails }: OwnPlaces,
  look: (path: string) => Promise<void>,
): Promise<void> {
  const { page } = reporter
  for (const story of ['archive', 'session-cookie', 'queue-prefix', 'plugin-runs']) {
    await reporter.comesBackWith(desk.story(story).receipt)
    await look('/report')
  }
  const mei = await maintainer('mei')
  await mei.opensCase(desk.story('archive').reference)
  await mei.looksAt('Advisory')
  const share = mei.page.getByRole('button', { name: 'Share the draft' })
  await share
    .or(mei.page.getByRole('button', { name: 'Take the draft back' }))
    .first()
    .waitFor()
  if (await share.isVisible()) {
    await share.click()
    await mei.isTold('Shared. The reporter is told.')
  }
  await reporter.comesBackWith(desk.story('archive').receipt)
  await look('/report/draft')

  await page.goto('/projects/marmotte/ask-before-testing')
  for (const name of [/^What/, /^Where/, /^When/, /^How/])
    await page.getByRole('textbox', { name }).first().fill('Some words about it that say enough.')
  await page
    .getByRole('button', { name: /^Send|^Ask/ })
    .first()
    .click()
  await page.getByTestId('receipt').waitFor()
  await look('/request')

  await page.goto('/my-reports')
  await page.getByRole('textbox', { name: 'Mail address' }).fill('looker@example.test')
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  const opening = await mails.wait('looker@example.test', /link to your reports/)
  await page.goto(/http\S+my-reports\/\S+/.exec(opening.text)![0])
  await page.getByRole('button', { name: 'Open my reports' }).click()
  await expect(page.getByText('No report is on your list')).toBeVisible()
  await look('/my-reports')

  await page.goto('/receipt')
  await page.getByText('I lost my receipt').click()
  await page.getByRole('textbox', { name: 'Mail address' }).fill('ruben@example.org')
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  const renewing = await mails.wait('ruben@example.org', /way back to your report/)
  await page.goto(/http\S+new-receipt\/\S+/.exec(renewing.text)![0])
  await look('/new-receipt')
}

test('axe finds nothing serious on any public page, light or dark', async ({ reporter }) => {
  test.slow()
  const advisory = await announcedAdvisory(reporter.page)
  const found: string[] = []
  for (const path of publicPages(advisory)) found.push(...(await findings(reporter.page, path)))
  expect(found).toEqual([])
})

test('axe finds nothing serious on what only a receipt or a link opens, light or dark', async ({
  reporter,
  maintainer,
  desk,
  mails,
}) => {
  test.slow()
  const found: string[] = []
  await opensOwnPages({ reporter, maintainer, desk, mails }, async (path) => {
    found.push(...(await findings(reporter.page, path)))
  })
  expect(found).toEqual([])
})

test('nothing that only a receipt or a link opens scrolls sideways @phone-only', async ({
  reporter,
  maintainer,
  desk,
  mails,
}) => {
  const found: string[] = []
  await opensOwnPages({ reporter, maintainer, desk, mails }, async (path) => {
    found.push(...(await overflow(reporter.page, path)))
  })
  expect(found).toEqual([])
})

test('axe finds nothing serious on any page of the console, light or dark', async ({ maintainer, desk }) => {
  test.slow()
  const { page } = await maintainer('nadia')
  const found: string[] = []
  for (const path of consolePages(desk)) found.push(...(await findings(page, path)))
  expect(found).toEqual([])
})

/** What sticks out at the right of the window, so that the page would scroll sideways. */
async function overflow(page: Page, path: string): Promise<string[]> {
  await opens(page, path)
  const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  return width! > room! ? [`${path} is ${width} wide in a window of ${room}`] : []
}

test('no public page scrolls sideways @phone-only', async ({ newReporter }) => {
  const { page } = await newReporter()
  const advisory = await announcedAdvisory(page)
  const found: string[] = []
  for (const path of publicPages(advisory)) found.push(...(await overflow(page, path)))
  expect(found).toEqual([])
})

test('no page of the console scrolls sideways @phone-only', async ({ maintainer, desk }) => {
  const { page } = await maintainer('nadia')
  const found: string[] = []
  for (const path of consolePages(desk)) found.push(...(await overflow(page, path)))
  expect(found).toEqual([])
})

test('every page sends the headers that protect it', async ({ newReporter, maintainer }) => {
  const { page } = await newReporter()
  const advisory = await announcedAdvisory(page)
  const nonces = new Set<string>()
  const check = async (at: Page, path: string) => {
    const answer = await at.goto(path)
    const headers = answer!.headers()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, path).toContain("object-src 'none'")
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': expect.stringContaining('no-store'),
    })
    expect(headers, path).not.toHaveProperty('x-powered-by')
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonces.has(nonce), `${path} has a nonce of its own`).toBe(false)
    nonces.add(nonce)
  }
  for (const path of publicPages(advisory)) await check(page, path)
  const nadia = await maintainer('nadia')
  for (const path of ['/console', '/console/people', '/console/account']) await check(nadia.page, path)
})

test('a form of another site changes nothing', async ({ request, desk }) => {
  const answer = await request.post('/receipt', {
    headers: { origin: 'https://elsewhere.example' },
    form: { receipt: desk.story('archive').receipt },
  })
  expect(answer.status()).toBe(403)
})
