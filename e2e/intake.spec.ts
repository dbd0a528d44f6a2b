import { randomBytes } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { solved } from '@/test/solve-challenge'
import { expect, test } from './fixtures'
import type { Maintainer } from './maintainer'

const name = 'Pedro'
const lead = 'jonas@example.org'

const formKey = () => randomBytes(16).toString('base64url')

/** Opens the intake settings of the project, changes them, and saves. */
async function setsIntake(
  who: Maintainer,
  change: { check?: boolean; pause?: string | null },
): Promise<void> {
  const { page } = who
  await page.goto('/console/projects/pedro/intake')
  const form = page.locator('form#intake')
  if (change.check !== undefined)
    await form.getByRole('checkbox', { name: /^Check every sender/ }).setChecked(change.check)
  if (change.pause !== undefined) {
    await form.getByRole('checkbox', { name: /^Take no reports/ }).setChecked(change.pause !== null)
    if (change.pause) await form.getByRole('textbox', { name: /^Notice/ }).fill(change.pause)
  }
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('status')).toContainText('Saved.')
}

test('without scripts a report to a project under attack is held, and a handler releases it @phone', async ({
  newReporter,
  maintainer,
  mails,
}) => {
  const jonas = await maintainer('jonas')
  await setsIntake(jonas, { check: true })
  const title = 'Held because nothing worked for it'
  const reporter = await newReporter({ javaScriptEnabled: false })
  await reporter.opensForm(name)
  await expect(reporter.page.getByText('Many reports arrive just now')).toBeVisible()
  await reporter.fillsIn({ title, address: 'held@example.test' })
  await reporter.sends()
  const { receipt, reference } = await reporter.receives()
  await expect(reporter.page.getByText(/a person looks at yours before the team is told/)).toBeVisible()
  await reporter.comesBackWith(receipt)
  await expect(reporter.page.getByText(reference)).toBeVisible()

  const { page } = jonas
  await page.goto('/console?project=pedro')
  await expect(page.getByRole('heading', { name: 'Open', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  await page.goto('/console?view=held&project=pedro')
  await page.getByRole('link', { name: title }).click()
  const held = page.getByRole('region', { name: 'Held report' })
  await expect(held).toBeVisible()
  expect(mails.of('held@example.test')).toEqual([])
  // Leads hear once that reports are held, and nothing of each.
  const told = mails.of(lead).filter(({ subject }) => subject.includes(reference))
  expect(told.filter(({ subject }) => !subject.startsWith('Reports are held'))).toEqual([])
  await held.getByRole('button', { name: 'Release the report' }).click()
  await expect(jonas.nextStep()).toContainText('Acknowledge the report')
  await mails.wait('held@example.test', /Your report arrived/)
  await mails.wait(lead, new RegExp(`A new report arrived: ${reference}`))
  await setsIntake(jonas, { check: false })
})

test('with scripts the browser solves the challenge by itself, and the report goes straight to the team', async ({
  reporter,
  maintainer,
}) => {
  const jonas = await maintainer('jonas')
  await setsIntake(jonas, { check: true })
  const title = 'Solved in the browser'
  const asked = reporter.page.waitForResponse((answer) => answer.url().endsWith('/pedro/challenge'))
  await reporter.reportsVulnerability({ project: name, title })
  expect(await (await asked).json()).toMatchObject({ challenge: { signature: expect.any(String) } })
  await expect(reporter.page.getByText(/a person looks at yours/)).toHaveCount(0)
  await jonas.picksFromQueue(title)
  await setsIntake(jonas, { check: false })
})

test('a handler marks a held report as spam, and it stands under Spam', async ({
  newReporter,
  maintainer,
}) => {
  const jonas = await maintainer('jonas')
  await setsIntake(jonas, { check: true })
  const title = 'Buy watches'
  const reporter = await newReporter({ javaScriptEnabled: false })
  const { receipt } = await reporter.reportsVulnerability({ project: name, title })
  const { page } = jonas
  await page.goto('/console?view=held&project=pedro')
  await page.getByRole('link', { name: title }).click()
  await page
    .getByRole('region', { name: 'Held report' })
    .getByRole('button', { name: 'Mark as spam' })
    .click()
  await expect(jonas.nextStep()).toContainText('the case is closed')
  await page.goto('/console?view=spam&project=pedro')
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  await reporter.comesBackWith(receipt)
  await expect(reporter.page.getByText(/We could not tell this from spam/).first()).toBeVisible()
  await setsIntake(jonas, { check: false })
})

test('a solution opens the door once', async ({ request, maintainer }) => {
  const jonas = await maintainer('jonas')
  await setsIntake(jonas, { check: true })
  const { challenge } = await (await request.get('/api/v1/projects/pedro/challenge')).json()
  const solution = await solved(challenge)
  const send = () =>
    request.post('/api/v1/projects/pedro/reports', {
      data: {
        submission: formKey(),
        title: 'Sent by a program',
        description: 'A path that begins with two dots reads any file of the server, without a check.',
        impact: 'Whoever sends such a request reads files of the server.',
        contactEmail: 'program@example.test',
        solution,
      },
    })
  expect((await send()).status()).toBe(200)
  const again = await send()
  expect(again.status()).toBe(409)
  expect(await again.json()).toMatchObject({
    code: 'refused',
    detail: expect.stringContaining('used already'),
  })
  await setsIntake(jonas, { check: false })
})

for (const javaScriptEnabled of [true, false])
  test(`a paused project says so and where to write; what was typed ${javaScriptEnabled ? 'with' : 'without'} scripts is kept`, async ({
    newReporter,
    maintainer,
    request,
  }) => {
    const reporter = await newReporter({ javaScriptEnabled })
    const { page } = reporter
    await reporter.opensForm(name)
    await reporter.fillsIn({ title: 'Typed before the pause', steps: 'First this, then that.' })

    const notice = 'We move house until Monday.'
    const jonas = await maintainer('jonas')
    await setsIntake(jonas, { pause: notice })
    await reporter.sends()
    await expect(reporter.refusal()).toContainText(notice)
    await expect(reporter.refusal()).toContainText('security@pedro.example.org')
    await expect(page.getByRole('textbox', { name: /^Title/ })).toHaveValue('Typed before the pause')
    await expect(page.getByRole('textbox', { name: /^Steps/ })).toHaveValue('First this, then that.')

    await page.goto('/projects/pedro')
    await expect(page.getByText(notice)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Report a vulnerability' })).toHaveCount(0)
    const answer = await page.goto('/projects/pedro/report')
    expect(answer?.status()).toBe(200)
    await expect(page.getByText(notice)).toBeVisible()
    await expect(
      page.getByRole('main').getByRole('link', { name: 'security@pedro.example.org' }).first(),
    ).toHaveAttribute('href', 'mailto:security@pedro.example.org')
    await expect(page.getByRole('button', { name: 'Send the report' })).toHaveCount(0)
    const refused = await request.post('/api/v1/projects/pedro/reports', {
      data: {
        submission: formKey(),
        title: 'Sent by a program',
        description: 'A path that begins with two dots reads any file of the server, without a check.',
        impact: 'Whoever sends such a request reads files of the server.',
        contactEmail: 'program@example.test',
      },
    })
    expect(refused.status()).toBe(409)
    expect(await refused.json()).toMatchObject({ code: 'refused', reasons: [notice, expect.any(String)] })
    await setsIntake(jonas, { pause: null })
    await page.goto('/projects/pedro/report')
    await expect(page.getByRole('button', { name: 'Send the report' })).toBeVisible()
  })

/** The answers of a desk to one client that says it is another each time. */
async function answersOf(request: APIRequestContext, url: string, addressOf: (sent: number) => string) {
  const answers: number[] = []
  for (let sent = 0; sent < 125; sent++) {
    const headers = { 'x-forwarded-for': addressOf(sent) }
    answers.push((await request.get(`${url}/api/v1/projects/pedro/challenge`, { headers })).status())
  }
  return answers
}

test('a header that a client makes up counts only as far as proxies are named', async ({ request, desk }) => {
  // One proxy is named at this desk: of two addresses the last counts, so the first makes no other client.
  const made = await answersOf(request, desk.url, (sent) => `203.0.113.${sent}, 198.51.100.77`)
  expect([made.at(0), made.at(-1)]).toEqual([200, 429])
  const others = await answersOf(request, desk.url, (sent) => `198.51.100.${sent + 100}`)
  expect(new Set(others)).toEqual(new Set([200]))
})

test('without a proxy the header is not believed at all', async ({ request, newDesk }) => {
  const desk = await newDesk('bare', { TRUSTED_PROXIES: '0' })
  const answers = await answersOf(request, desk.url, (sent) => `203.0.113.${sent}`)
  expect([answers.at(0), answers.at(-1)]).toEqual([200, 429])
})
