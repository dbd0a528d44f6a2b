import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { casePages, consolePages, pagesBesideCases } from './console-pages'
import { expect, test } from './fixtures'
import { unvisited } from './page-folders'
import { announcedAdvisory, opens, opensOwnPages, ownPages, publicPages } from './portal-pages'

test.use({ deskKind: 'lively' })

/** What axe finds, unless it is minor: everything in light, and the colours once more in dark, where nothing else differs. */
async function findings(page: Page, path: string): Promise<string[]> {
  await opens(page, path)
  return findingsHere(page, path)
}

async function findingsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) found.push(...(await findings(page, path)))
  return found
}

async function findingsHere(page: Page, path: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion no colour is caught on its way from one theme to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
    for (const { id, nodes } of violations.filter(({ impact }) => impact !== 'minor'))
      for (const node of nodes)
        found.push(`${path} (${colorScheme}): ${id} at ${node.target.join(' ')}: ${node.html.slice(0, 120)}`)
  }
  return found
}

test('every page of the portal is among those looked at here', async ({ reporter }) => {
  const looked = [...publicPages(await announcedAdvisory(reporter.page)), ...ownPages]
  expect(unvisited('portal', [])).toContain('/projects/[project]')
  expect(unvisited('portal', looked)).toEqual([])
})

test('every page of the console is among those looked at here', async ({ maintainer, desk }) => {
  const { page } = await maintainer('nadia')
  expect(unvisited('console', [])).toContain('/console/people/[person]/absence')
  expect(unvisited('console', await consolePages(page, desk))).toEqual([])
})

test('axe finds nothing but trifles on any public page, light or dark', async ({ reporter }) => {
  test.slow()
  const advisory = await announcedAdvisory(reporter.page)
  expect(await findingsOf(reporter.page, publicPages(advisory))).toEqual([])
})

test('axe finds nothing but trifles on what only a receipt or a link opens, light or dark', async ({
  reporter: { page },
  desk,
}) => {
  test.slow()
  const found: string[] = []
  await opensOwnPages({ page, desk }, async (path) => {
    found.push(...(await findings(page, path)))
  })
  expect(found).toEqual([])
})

test('nothing that only a receipt or a link opens scrolls sideways @phone-only', async ({
  reporter: { page },
  desk,
}) => {
  const found: string[] = []
  await opensOwnPages({ page, desk }, async (path) => {
    found.push(...(await overflow(page, path)))
  })
  expect(found).toEqual([])
})

test('axe finds nothing but trifles on any page of the console beside cases, light or dark', async ({
  maintainer,
  desk,
}) => {
  test.slow()
  const { page } = await maintainer('nadia')
  expect(await findingsOf(page, await pagesBesideCases(page, desk))).toEqual([])
})

test('axe finds nothing but trifles on any part or panel of a case, light or dark', async ({
  maintainer,
  desk,
}) => {
  test.slow()
  const { page } = await maintainer('nadia')
  expect(await findingsOf(page, casePages(desk))).toEqual([])
})

test('axe finds nothing but trifles where there is nothing, within a frame or alone', async ({
  maintainer,
}) => {
  const { page } = await maintainer('nadia')
  const found: string[] = []
  for (const path of ['/nothing', '/projects/nothing', '/console/cases/MAR-00000']) {
    expect((await page.goto(path))?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
    await expect(page.getByRole('main')).toHaveCount(1)
    found.push(...(await findingsHere(page, path)))
  }
  expect(found).toEqual([])
})

/** What sticks out at the right of the window, so that the page would scroll sideways. */
async function overflow(page: Page, path: string): Promise<string[]> {
  await opens(page, path)
  // Not the window's own width: a phone makes that as wide as what sticks out.
  const room = page.viewportSize()?.width
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return width > room! ? [`${path} is ${width} wide in a window of ${room}`] : []
}

test('no public page scrolls sideways @phone-only', async ({ newReporter }) => {
  const { page } = await newReporter()
  const advisory = await announcedAdvisory(page)
  const found: string[] = []
  for (const path of publicPages(advisory)) found.push(...(await overflow(page, path)))
  expect(found).toEqual([])
})

/** What of a page nobody can use without scripts: a button that sends no form, or a form that no button sends. */
const idleWithoutScripts = (page: Page, path: string): Promise<string[]> =>
  page.evaluate((at) => {
    const buttons = [...document.querySelectorAll('button')].filter(
      (button) => button.checkVisibility() && (button.form === null || button.type !== 'submit'),
    )
    const forms = [...document.forms].filter(
      (form) =>
        form.querySelector('input:not([type=hidden]), select, textarea') !== null &&
        form.querySelector('button[type=submit], button:not([type])') === null,
    )
    return [
      ...buttons.map(({ textContent }) => `${at}: the button “${textContent}” needs a script`),
      ...forms.map(({ id }) => `${at}: nothing sends the form ${id}`),
    ]
  }, path)

test('without scripts every page of the portal is whole on a phone, and its forms can be sent @phone-only', async ({
  newReporter,
  desk,
}) => {
  const { page } = await newReporter({ javaScriptEnabled: false })
  const found: string[] = []
  const look = async (path: string) => {
    found.push(...(await overflow(page, path)), ...(await idleWithoutScripts(page, path)))
  }
  for (const path of publicPages(await announcedAdvisory(page))) await look(path)
  await opensOwnPages({ page, desk }, look)
  expect(found).toEqual([])
})

test('no page of the console scrolls sideways @phone-only', async ({ maintainer, desk }) => {
  const { page } = await maintainer('nadia')
  const found: string[] = []
  for (const path of await consolePages(page, desk)) found.push(...(await overflow(page, path)))
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

test('sending a report by a program has the same headers and refusals, though it does not pass the proxy', async ({
  request,
}) => {
  const path = '/api/v1/projects/pedro/reports'
  const other = '/api/v1/projects/pedro/challenge'
  const protecting = (headers: Record<string, string>) =>
    Object.fromEntries(
      [
        'cache-control',
        'content-security-policy',
        'cross-origin-opener-policy',
        'cross-origin-resource-policy',
        'permissions-policy',
        'referrer-policy',
        'x-content-type-options',
        'x-frame-options',
      ].map((name) => [name, headers[name]?.replaceAll(/nonce-[^']+/g, 'nonce')]),
    )
  const usual = protecting((await request.get(other)).headers())
  expect(Object.values(usual)).not.toContain(undefined)
  const data = {}
  // From an address of their own, or these tries count among those of other journeys.
  const elsewhere = { 'x-forwarded-for': '198.51.100.252' }
  const asked: { method: string; status: number; data?: unknown; headers?: Record<string, string> }[] = [
    { method: 'POST', status: 422, data },
    { method: 'POST', status: 415, data: 'a report', headers: { 'content-type': 'text/plain' } },
    { method: 'POST', status: 403, data, headers: { origin: 'https://elsewhere.example' } },
    { method: 'PUT', status: 403, data, headers: { 'sec-fetch-site': 'cross-site' } },
    { method: 'POST', status: 413, data: { description: 'x'.repeat(13 * 1024 * 1024) } },
    { method: 'GET', status: 405 },
    { method: 'HEAD', status: 405 },
    { method: 'PUT', status: 405, data },
    { method: 'DELETE', status: 405 },
    { method: 'OPTIONS', status: 204 },
  ]
  for (const { status, ...how } of asked) {
    const answer = await request.fetch(path, { ...how, headers: { ...elsewhere, ...how.headers } })
    const what = `${how.method} ${JSON.stringify(how.headers ?? {})}`
    expect(answer.status(), what).toBe(status)
    expect(protecting(answer.headers()), what).toEqual(usual)
    if (status === 405) expect(answer.headers().allow, what).toBe('OPTIONS, POST')
    if (status >= 400 && how.method !== 'HEAD')
      expect(await answer.json(), what).toMatchObject({ status, title: expect.any(String) })
  }
  // Over HTTPS it is pinned here as well; an unreadable address under the same name is refused by the proxy.
  const secure = await request.post(path, { data, headers: { ...elsewhere, 'x-forwarded-proto': 'https' } })
  expect(secure.headers()['strict-transport-security']).toMatch(/^max-age=\d+/)
  for (const project of ['%ff', 'X', 'a%2fb', '..%2fpedro']) {
    const odd = await request.post(`/api/v1/projects/${project}/reports`, { data, headers: elsewhere })
    expect([400, 404, 422], project).toContain(odd.status())
    expect(protecting(odd.headers()), project).toEqual(usual)
  }
})

test('a form of another site changes nothing', async ({ request, desk }) => {
  const answer = await request.post('/receipt', {
    headers: { origin: 'https://elsewhere.example' },
    form: { receipt: desk.story('archive').receipt },
  })
  expect(answer.status()).toBe(403)
})
