import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { DeskServer } from './desk'
import { expect, test } from './fixtures'

test.use({ deskKind: 'lively' })

/** Every page that needs no account. */
function publicPages(desk: DeskServer, advisory: string): string[] {
  return [
    '/',
    '/projects/marmotte',
    '/projects/dynamoose',
    '/projects/art-of-tech/report',
    '/receipt',
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
    '/console/calendar',
    '/console/projects',
    '/console/projects/new',
    '/console/projects/marmotte',
    '/console/projects/marmotte/lines',
    '/console/projects/marmotte/team',
    '/console/projects/marmotte/about',
    '/console/people',
    '/console/outbox',
    '/console/jobs',
    '/console/account',
    '/console/no-such-page',
    ...['', '?section=lines&form=bulk', '?section=severity', '?section=audit'].map((part) => fresh + part),
    ...['?section=advisory&form=credit', '?section=events', '?write=note', '/preview'].map(
      (part) => planned + part,
    ),
    ...['assign', 'close', 'restrict', 'people', 'embargo', 'override', 'title'].map(
      (panel) => `${planned}?panel=${panel}`,
    ),
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
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.getByLabel(/^Loading|^Reading/)).toHaveCount(0)
}

/** What axe finds serious or critical; in a second theme only colours differ. */
async function findings(page: Page, path: string, rules: 'all' | 'colours'): Promise<string[]> {
  await opens(page, path)
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules === 'all' ? axe : axe.withRules(['color-contrast'])).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${path}: ${id} at ${node.target.join(' ')}: ${node.html.slice(0, 120)}`),
    )
}

for (const [colorScheme, rules] of [
  ['light', 'all'],
  ['dark', 'colours'],
] as const) {
  test(`axe finds nothing serious on any public page (${colorScheme})`, async ({ newReporter, desk }) => {
    const { page } = await newReporter({ colorScheme })
    const advisory = await announcedAdvisory(page)
    const found: string[] = []
    for (const path of publicPages(desk, advisory)) found.push(...(await findings(page, path, rules)))
    expect(found).toEqual([])
  })

  test(`axe finds nothing serious on a reporter’s own page (${colorScheme})`, async ({
    newReporter,
    desk,
  }) => {
    const reporter = await newReporter({ colorScheme })
    const found: string[] = []
    for (const story of ['archive', 'session-cookie', 'queue-prefix', 'plugin-runs']) {
      await reporter.comesBackWith(desk.story(story).receipt)
      found.push(...(await findings(reporter.page, '/report', rules)))
    }
    expect(found).toEqual([])
  })

  test(`axe finds nothing serious on any page of the console (${colorScheme})`, async ({
    maintainer,
    desk,
  }) => {
    test.slow()
    const { page } = await maintainer('nadia', { colorScheme })
    const found: string[] = []
    for (const path of consolePages(desk)) found.push(...(await findings(page, path, rules)))
    expect(found).toEqual([])
  })
}

/** What sticks out at the right of the window, so that the page would scroll sideways. */
async function overflow(page: Page, path: string): Promise<string[]> {
  await opens(page, path)
  const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  return width! > room! ? [`${path} is ${width} wide in a window of ${room}`] : []
}

test('no public page scrolls sideways @phone', async ({ newReporter, desk }) => {
  const { page } = await newReporter()
  const advisory = await announcedAdvisory(page)
  const found: string[] = []
  for (const path of publicPages(desk, advisory)) found.push(...(await overflow(page, path)))
  expect(found).toEqual([])
})

test('no page of the console scrolls sideways @phone', async ({ maintainer, desk }) => {
  const { page } = await maintainer('nadia')
  const found: string[] = []
  for (const path of consolePages(desk)) found.push(...(await overflow(page, path)))
  expect(found).toEqual([])
})

test('every page sends the headers that protect it', async ({ newReporter, maintainer, desk }) => {
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
  for (const path of publicPages(desk, advisory)) await check(page, path)
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
