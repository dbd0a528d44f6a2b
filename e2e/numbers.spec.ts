import { createHmac, randomUUID } from 'node:crypto'
import { dependabotSamples } from '@/test/github-payloads'
import { expect, test } from './fixtures'

test('a lead looks at the numbers of a project and takes them home as a file @phone', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'Counted in the numbers',
  })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.page.goto('/console/numbers?project=marmotte')
  const times = mei.page.getByRole('table', { name: 'How long it took' })
  await expect(times.getByRole('row', { name: /Acknowledge/ })).toContainText(/\d+ of \d+ reports/)
  await expect(mei.page.getByRole('table', { name: 'Open cases by handler' })).toContainText(mei.name)
  const downloading = mei.page.waitForEvent('download')
  await mei.page.getByRole('link', { name: 'Download CSV' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^marmotte-.*\.csv$/)
  await mei.page.goto('/console/numbers?project=marmotte&from=2001-01-01&until=2001-12-31')
  await expect(mei.page.getByText('No report arrived in this time')).toBeVisible()
})

test('a lead connects GitHub, and an alert that comes appears to all who look, and becomes a case', async ({
  maintainer,
  desk,
  request,
}) => {
  const lead = await maintainer('tomas')
  const { page } = lead
  await page.goto('/console/projects/marmotte/connections')
  await page.getByRole('button', { name: 'Connect GitHub' }).click()
  const secret = await page.getByTestId('secret').innerText()
  const sample = dependabotSamples().find(({ action }) => action === 'created')
  const body = JSON.stringify(sample)
  const deliver = (key: string) =>
    request.post(`${desk.url}/api/v1/hooks/github/marmotte`, {
      data: body,
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'dependabot_alert',
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': `sha256=${createHmac('sha256', key).update(body).digest('hex')}`,
      },
    })
  expect((await deliver('guessed')).status()).toBe(404)
  const mei = await maintainer('mei')
  await mei.page.goto('/console/alerts')
  await expect(mei.page.getByText('No alert waits')).toBeVisible()
  expect(await (await deliver(secret)).json()).toEqual({ outcome: 'taken' })
  const seen = mei.page.getByRole('link', { name: /semver vulnerable/ })
  await expect(seen).toBeVisible()
  await page.goto('/console/alerts')
  await page.getByRole('link', { name: /semver vulnerable to Regular Expression/ }).click()
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose why nothing has to be done.')
  await page.getByRole('button', { name: 'Take as a case' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /semver vulnerable/ })).toBeVisible()
  await expect(seen).toHaveCount(0)
  await page.goto('/console/alerts?view=taken')
  await expect(page.getByRole('link', { name: /semver vulnerable/ })).toBeVisible()
})

test('without scripts a lead narrows the alerts to a project, and dismisses several with one reason', async ({
  maintainer,
  desk,
  request,
}) => {
  const { page } = await maintainer('tomas', { javaScriptEnabled: false })
  await page.goto('/console/projects/dynamoose/connections')
  await page.getByRole('button', { name: 'Connect GitHub' }).click()
  const secret = await page.getByTestId('secret').innerText()
  const sample = dependabotSamples().find(({ action }) => action === 'created')
  for (const number of [801, 802]) {
    const body = JSON.stringify({ ...sample, alert: { ...(sample?.alert as object), number } })
    const answer = await request.post(`${desk.url}/api/v1/hooks/github/dynamoose`, {
      data: body,
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'dependabot_alert',
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
    })
    expect(await answer.json()).toEqual({ outcome: 'taken' })
  }
  await page.goto('/console/alerts')
  const projects = page.getByRole('navigation', { name: 'Projects' })
  await projects.getByRole('link', { name: /^Dynamoose 2/ }).click()
  const boxes = page.getByRole('checkbox', { name: /^Choose semver/ })
  await expect(boxes).toHaveCount(2)
  for (const box of await boxes.all()) await box.check()
  await page.getByText('Dismiss the chosen alerts').click()
  await page.getByRole('radio', { name: /^Tolerable/ }).check()
  await page.getByRole('button', { name: 'Dismiss the chosen' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Say why')
  for (const box of await boxes.all()) await expect(box).toBeChecked()
  await page.getByRole('textbox', { name: /^In words/ }).fill('Only where we build.')
  await page.getByRole('button', { name: 'Dismiss the chosen' }).click()
  await expect(page.getByText('2 alerts are dismissed.')).toBeVisible()
  await expect(boxes).toHaveCount(0)
})

test('a release is assessed before it goes out, and the gate says when it may', async ({
  maintainer,
  request,
  desk,
}) => {
  const lead = await maintainer('tomas')
  const { page } = lead
  await page.goto('/console/projects/marmotte/connections')
  await page.getByRole('textbox', { name: /^Who will hold it/ }).fill('The release pipeline')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = await page.getByTestId('secret').innerText()
  const gate = async () =>
    (await (
      await request.get(`${desk.url}/api/v1/projects/marmotte/releases/9.5.0/gate`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).json()) as { mayGoOut: boolean; reasons: { says: string }[] }
  expect((await gate()).reasons.map(({ says }) => says)).toEqual(['Nobody has assessed 9.5.0.'])

  await page.goto('/console/projects/marmotte/assessments')
  const box = (name: RegExp) => page.getByRole('textbox', { name })
  await box(/^Release/).fill('9.5.0')
  await box(/^Scope/).fill('The archive reader.')
  await box(/^Who assesses/).fill('Tomás')
  await page.getByRole('button', { name: 'Begin the assessment' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Say how')
  await expect(box(/^Scope/)).toHaveValue('The archive reader.')
  await box(/^Method/).fill('Review.')
  await page.getByRole('button', { name: 'Begin the assessment' }).click()
  await expect(page.getByText('9.5.0 may not go out yet')).toBeVisible()
  await box(/^What is weak/).fill('Errors show paths')
  await page.getByRole('combobox', { name: 'Kind of weakness' }).selectOption('error_handling')
  await page.getByRole('combobox', { name: 'Severity' }).selectOption('low')
  await box(/^Where, how/).fill('Messages name the folder of the server.')
  await page.getByRole('button', { name: 'Record the finding' }).click()
  const group = page.getByRole('region', { name: 'Handling of errors: 1, 1 to settle' })
  await expect(group.getByRole('heading', { name: 'Errors show paths' })).toBeVisible()
  await page.getByRole('button', { name: 'Finish the assessment' }).click()
  await expect(page.getByText('1 finding is not settled.')).toBeVisible()
  await box(/^Or why it may go out/).fill('Only shown to who runs the server.')
  await page.getByRole('button', { name: 'Accept it' }).click()
  await expect(page.getByText(/9\.5\.0 may go out$/)).toBeVisible()
  expect((await gate()).mayGoOut).toBe(true)

  await page.locator('summary', { hasText: 'Put it back' }).click()
  await box(/^Why it may not go out/).fill('Others run it as well.')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.getByText('9.5.0 may not go out yet')).toBeVisible()
  await page.locator('summary', { hasText: 'History' }).click()
  const steps = page.getByRole('listitem').filter({ hasText: /, by Tomás Rivera/ })
  await expect(steps).toContainText(['Recorded', 'Accepted', 'Put back'])
  await expect(steps.last()).toContainText('Put back because: Others run it as well.')
})
