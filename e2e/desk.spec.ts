import { demoPassword } from '@/scripts/demo/team'
import { expect, test } from './fixtures'

test('the first owner comes in through the printed link, which works once', async ({
  newBrowser,
  newDesk,
}) => {
  const empty = await newDesk('empty')
  const link = /http:\/\/localhost:\d+\/set-up\/\S+/.exec(empty.said())?.[0] ?? ''
  const browser = await newBrowser({ baseURL: empty.url })
  const page = await browser.newPage()
  await page.goto(link)
  // The secret leaves the address at once.
  await expect(page).toHaveURL(`${empty.url}/set-up`)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada Owner')
  await page.getByRole('textbox', { name: 'Mail address' }).fill('ada@example.org')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ada Owner')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page).toHaveURL(/\/console/)

  const another = await newBrowser({ baseURL: empty.url })
  const late = await another.newPage()
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
})

test('an owner creates a project and makes its promises; the public page says them', async ({
  maintainer,
  newReporter,
}) => {
  const { page } = await maintainer('nadia')
  await page.goto('/console/projects')
  await page.getByRole('link', { name: /^(?:Create|Add|New).*project/i }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Weasel')
  await page.getByRole('textbox', { name: 'What it is' }).fill('A small parser.')
  await page.getByRole('textbox', { name: 'Key' }).fill('MAR')
  await page.getByRole('button', { name: 'Create project' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Another project already uses the key MAR',
  )
  await expect(page.getByRole('textbox', { name: 'What it is' })).toHaveValue('A small parser.')
  await page.getByRole('textbox', { name: 'Key' }).fill('WEA')
  await page.getByRole('button', { name: 'Create project' }).click()
  await expect(page).toHaveURL(/\/console\/projects\/weasel/)

  await page.goto('/console/projects/weasel')
  await page.getByRole('textbox', { name: 'Acknowledge within: hours' }).fill('36')
  await page
    .getByRole('combobox', { name: 'Acknowledge within: how the hours count' })
    .selectOption('calendar')
  await page.getByRole('textbox', { name: 'Detailed response within: hours' }).fill('120')
  await page.getByRole('textbox', { name: 'Days to wait after the last patch release' }).fill('3')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  const saved = page.getByRole('status').filter({ hasText: 'Version 2 is in force' })
  await expect(saved).toContainText('within 36 hours')

  await page.goto('/console/projects/weasel/lines')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('1.x')
  await page.getByRole('textbox', { name: 'Versions' }).fill('>=1.0.0 <2.0.0')
  await page.getByRole('textbox', { name: 'Branch' }).fill('main')
  await page.getByLabel('Supported from').fill('2026-01-01')
  await page.getByRole('button', { name: /^Add/ }).click()
  await expect(page.getByRole('row').filter({ hasText: '1.x' }).first()).toBeVisible()

  const reader = await newReporter()
  await reader.page.goto('/projects/weasel')
  await expect(reader.page.getByText('A maintainer acknowledges your report within 36 hours.')).toBeVisible()
  await expect(reader.page.getByText('at least 3 days after the last patch release').first()).toBeVisible()
  await expect(reader.page.getByRole('table', { name: 'Release lines and their support' })).toContainText(
    '1.x',
  )
})

test('somebody is invited, comes in, is removed, and at once nothing of any case is reachable', async ({
  maintainer,
  newBrowser,
  reporter,
  desk,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Seen by a guest' })
  const nadia = await maintainer('nadia')
  await nadia.page.goto('/console/projects/marmotte/team')
  await nadia.page.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = (await nadia.page.getByText(/^http:\/\/localhost:\d+\/invitation\//).innerText()).trim()

  const guest = await newBrowser()
  const page = await guest.newPage()
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Guest Handler')
  await page.getByRole('textbox', { name: 'Mail address' }).fill('guest.handler@example.org')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page).toHaveURL(/\/console/)
  await page.goto(`/console/cases/${reference}`)
  await expect(page.getByRole('heading', { name: 'Seen by a guest', level: 1 })).toBeVisible()
  const second = await guest.newPage()
  await second.goto('/console')
  await expect(second.getByRole('link', { name: 'Seen by a guest' })).toBeVisible()

  await nadia.page.goto('/console/people')
  await nadia.page.getByRole('button', { name: 'Remove Guest Handler' }).click()
  const dialog = nadia.page.getByRole('dialog')
  const successor = dialog.getByRole('combobox')
  if ((await successor.count()) > 0) await successor.first().selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'Remove Guest Handler' }).click()
  await expect(dialog).toBeHidden()

  // The open page loses the case by itself, and every way to it is closed.
  await expect(page.getByText('Seen by a guest')).toHaveCount(0, { timeout: 5_000 })
  for (const path of [`/api/v1/cases/${reference}`, '/api/v1/cases', '/api/v1/calendar'])
    expect([401, 403, 404], path).toContain((await guest.request.get(path)).status())
  await second.goto(`/console/cases/${reference}`)
  await expect(second).toHaveURL(new RegExp(`^${desk.url}/sign-in`))
})

test('another person’s change appears in the queue by itself', async ({ reporter, maintainer }) => {
  const title = 'Appears while one looks'
  const tomas = await maintainer('tomas')
  await tomas.page.goto('/console')
  await expect(tomas.page.getByRole('heading', { level: 1 })).toBeVisible()
  await reporter.reportsVulnerability({ project: 'Marmotte', title })
  const row = tomas.page.getByRole('row').filter({ hasText: title })
  await expect(row).toBeVisible({ timeout: 4_000 })
  const mei = await maintainer('mei')
  await mei.picksFromQueue(title)
  await mei.acknowledges()
  await expect(row).toContainText('Mei Tan', { timeout: 4_000 })
})
