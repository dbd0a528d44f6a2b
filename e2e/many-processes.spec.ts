import { expect, test as base } from '@playwright/test'
import { outgoingMails, workers } from '@/db/schema'
import type { Teammate } from '@/scripts/demo/team'
import { ManyProcesses, type DeskProcess } from './many-processes'
import { Maintainer } from './maintainer'
import { Reporter } from './reporter'

const atOnce = { timeout: 2_000 }
type Web = Pick<DeskProcess, 'url'>

const test = base.extend<{ count: { webs: number; workers: number }; many: ManyProcesses }>({
  count: [{ webs: 3, workers: 2 }, { option: true }],
  many: async ({ count }, give) => {
    const many = await ManyProcesses.start(count)
    await give(many)
    await many.stop()
  },
})

test('three web processes and two workers on one PostgreSQL: changes reach every browser within two seconds, also after one of each was killed, and each job is done once', async ({
  many,
  browser,
}) => {
  test.setTimeout(300_000)
  const [first, second, third] = many.webs.map(({ url }) => ({ url })) as [Web, Web, Web]
  /** Signs in where the links of the desk lead, and goes to another process: the session is everywhere the same. */
  const at = async (web: Web, who: Teammate) => {
    const context = await browser.newContext({ baseURL: first.url })
    const page = await context.newPage()
    await new Maintainer(page, first, who).signsIn()
    const moved = await browser.newContext({ baseURL: web.url, storageState: await context.storageState() })
    await context.close()
    return new Maintainer(await moved.newPage(), web, who)
  }
  const reporter = new Reporter(await (await browser.newContext({ baseURL: second.url })).newPage(), second)
  const address = 'heron@example.test'
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'Seen by every process',
    address,
  })

  const [mei, aisha, tomas] = [await at(first, 'mei'), await at(second, 'aisha'), await at(third, 'tomas')]
  for (const one of [mei, aisha, tomas]) await one.opensCase(reference)
  const whoElse = ({ page }: Maintainer) => page.getByRole('group', { name: 'Who else is here' })
  await expect(whoElse(mei)).toContainText('Aisha Karim and Tomás Rivera are looking at this case.', atOnce)

  const seesAtOnce = (who: Maintainer, text: string) =>
    expect(who.page.getByRole('article').filter({ hasText: text })).toBeVisible(atOnce)
  const texts = ['One.', 'Two.', 'Three.', 'Four.'].map((text) => `${text} We look into it.`)
  for (const text of texts.slice(0, 2)) {
    await mei.writes('Message', text)
    await Promise.all([seesAtOnce(aisha, text), seesAtOnce(tomas, text)])
  }
  const mailsToReporter = () => many.mails.of(address)
  /** Everything the desk wrote has arrived, and nothing twice: counted at one moment, as news of what happened may be on its way. */
  const everyMailOnce = async () => {
    const arrivedAndSent = async () => {
      const states = (await many.database.db.select().from(outgoingMails)).map(({ state }) => state)
      const sent = states.filter((state) => state === 'sent').length
      // What was written before there was a mail server is kept and not sent.
      return { states: [...new Set(states)].sort(), more: many.mails.count() - sent }
    }
    await expect.poll(arrivedAndSent, { timeout: 60_000 }).toEqual({ states: ['kept', 'sent'], more: 0 })
  }
  await everyMailOnce()
  const before = mailsToReporter().length
  expect(await many.database.db.select().from(workers)).toHaveLength(2)

  await Promise.all([many.webs[0]!.kill(), many.workers[0]!.kill()])

  for (const text of texts.slice(2)) {
    await aisha.writes('Message', text)
    await seesAtOnce(tomas, text)
  }
  await reporter.looksAgain()
  await reporter.writes('Thank you, this is the version: 1.2.4.')
  await Promise.all([aisha, tomas].map((one) => seesAtOnce(one, 'Thank you, this is the version: 1.2.4.')))
  // Whose process died goes on at another one, with what everybody did meanwhile.
  await mei.page.goto(`${third.url}/console/cases/${reference}`)
  for (const text of texts) await seesAtOnce(mei, text)
  await expect(whoElse(aisha)).toContainText('Mei Tan', atOnce)

  await everyMailOnce()
  expect(mailsToReporter().length).toBe(before + 2)
})

test.describe('one process', () => {
  test.use({ count: { webs: 1, workers: 1 } })

  test('while the database is away, a page says so without scripts, in the language of its reader, with them it offers to try again, and no report is lost', async ({
    many,
    browser,
  }) => {
    const [web] = many.webs
    const open = (options: object) => browser.newContext({ baseURL: web!.url, ...options })
    const german = await (await open({ javaScriptEnabled: false, locale: 'de-DE' })).newPage()
    const english = await (await open({})).newPage()
    await english.goto('/projects/marmotte')
    await german.goto('/projects/marmotte/report')
    const writer = new Reporter(await (await open({})).newPage(), { url: web!.url })
    const finding = { title: 'Sent while the database is away', description: 'Every word of it. '.repeat(20) }
    await writer.opensForm('Marmotte')
    await writer.fillsIn(finding)
    await many.endDatabaseServer()

    await writer.sends()
    await expect(writer.refusal()).toContainText('Nothing was changed. Try again')
    await expect(writer.page.getByRole('textbox', { name: /^Title/ })).toHaveValue(finding.title)
    await expect(writer.page.getByRole('textbox', { name: /^Description/ })).toHaveValue(finding.description)
    const byProgram = await writer.page.request.post('/api/v1/projects/marmotte/reports', { data: finding })
    expect([byProgram.status(), await byProgram.json()]).toEqual([
      500,
      expect.objectContaining({ code: 'failed', detail: expect.stringContaining('Nothing was changed') }),
    ])

    const said = (part: string) =>
      german.evaluate((part) => getComputedStyle(document.body, part).content, part)
    const ofForm = german.waitForResponse((response) => response.request().method() === 'POST')
    const loaded = german.waitForEvent('load')
    await german.getByRole('textbox', { name: /^Titel/ }).fill(finding.title)
    await german.getByRole('button', { name: 'Meldung senden' }).click()
    expect((await ofForm).status()).toBe(500)
    await loaded
    expect(await said('::after')).toContain('Mit Ja geht nichts verloren')

    const answer = await german.goto('/projects/marmotte')
    expect(answer?.status()).toBe(500)
    expect(await said('::before')).toContain('Diese Seite konnte nicht angezeigt werden')
    expect(await said('::after')).toContain('in ein paar Minuten noch einmal')

    await english.reload()
    await expect(english.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible()
    await expect(english.getByRole('button', { name: 'Try again' })).toBeVisible()
  })
})
