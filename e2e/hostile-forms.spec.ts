import { dayMs } from '@/lib/instant'
import { makeKeyPair } from '@/test/openpgp-key'
import { portalForms } from '@/test/portal-forms'
import { casePages, pagesByName } from './console-pages'
import { DeskServer } from './desk'
import { expect, test } from './fixtures'
import { HostilePoster, packs, privateKeys, single, together, tooLong } from './hostile-poster'
import { Maintainer } from './maintainer'
import { announcedAdvisory, mailedLink, opensOwnPages, publicPages } from './portal-pages'
import { Reporter } from './reporter'

// A desk of its own: what is posted here is taken, and nobody else should meet it.
let desk: DeskServer
test.beforeAll(async () => {
  desk = await DeskServer.start('lively')
})
test.afterAll(() => desk.stop())

test(`without scripts no form of the portal fails on any of ${together.length} hostile texts in any field, or loses what was typed`, async ({
  newBrowser,
}) => {
  test.slow()
  const page = await (await newBrowser({ javaScriptEnabled: false, baseURL: desk.url })).newPage()
  const reporter = new Reporter(page, desk)
  const poster = new HostilePoster(page, {
    texts: () => [tooLong, ...packs, single(), single(), ...privateKeys.slice(0, 1)],
    choices: () => [tooLong, single(), single()],
  })
  const look = (path: string) => poster.postsFormsOf(path)
  for (const path of publicPages(await announcedAdvisory(page))) await look(path)
  await opensOwnPages({ page, desk }, (path) => poster.postsFormsOf(path, 'close-list'))
  await look('/my-reports')

  // What is there only now and then: a key of one's own, a team that is late, a list that is not open yet.
  await reporter.comesBackWith(desk.story('plugin-runs').receipt)
  const { publicKey } = await makeKeyPair(undefined)
  await page.getByRole('textbox', { name: /^Your OpenPGP public key/ }).fill(publicKey)
  await page.getByRole('button', { name: 'Give this key' }).click()
  await look('/report')
  desk.clock.advance(3 * dayMs)
  await reporter.comesBackWith(desk.story('session-cookie').receipt)
  await look('/report')
  await page.goto('/my-reports')
  await page.getByRole('textbox', { name: 'Mail address' }).fill('opener@example.test')
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await page.goto(await mailedLink(desk, 'opener@example.test', /link to your reports/))
  await look('/my-reports')

  expect(together.length).toBeGreaterThan(500)
  expect(poster.kept).toBeGreaterThan(100)
  expect(portalForms().filter((id) => !poster.posted.has(id))).toEqual([])
})

test(`no form of the console fails on ${together.length} hostile texts in any field, or loses what was typed`, async ({
  newBrowser,
}) => {
  test.slow()
  const page = await (await newBrowser({ javaScriptEnabled: false, baseURL: desk.url })).newPage()
  await new Maintainer(page, desk, 'nadia').signsIn()
  const poster = new HostilePoster(page, { texts: () => [tooLong, single()], choices: () => [single()] })
  // Not a single finding, alert or request: one form posted there can take the others away.
  for (const path of [...pagesByName(desk), ...casePages(desk)]) await poster.postsFormsOf(path)
  expect(poster.posted.size).toBeGreaterThan(30)
  expect(poster.kept).toBeGreaterThan(30)
})
