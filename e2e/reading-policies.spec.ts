import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'

const contradicting = `# Security policy

## Reporting

A maintainer acknowledges your mail to security@example.org within 48 hours, and sends a more detailed response within 48 hours.

## How to report

The team acknowledges reports within 48 hours. You receive a more detailed response within 96 hours.
We announce a vulnerability at least a week after the patch was released.
`

const part = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^${name}`) }).first()

async function reads(page: Page, text: string): Promise<void> {
  await page.goto('/console/projects/art-of-tech')
  await page.getByRole('link', { name: 'Read a SECURITY.md' }).click()
  await page.getByLabel('Policy as written').fill(text)
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('heading', { name: 'What it says' })).toBeVisible()
}

async function picksAndSaves(page: Page): Promise<void> {
  const response = part(page, 'Detailed response within')
  await expect(response).toContainText('Contradiction')
  await expect(response).toContainText(
    '“A maintainer acknowledges your mail to security@example.org within 48 hours, and sends a more detailed response within 48 hours.” line 5, Reporting',
  )
  await expect(response).toContainText(
    '“You receive a more detailed response within 96 hours.” line 9, How to report',
  )
  for (const choice of await response.getByRole('radio').all()) await expect(choice).not.toBeChecked()

  await page.getByRole('button', { name: 'Fill the policy form with these' }).click()
  await expect(page.getByRole('alert').first()).toContainText(
    'Some parts wait for you to pick. Nothing was lost.',
  )
  await expect(page.getByLabel('Policy as written')).toHaveValue(/more detailed response within 96 hours/)

  await response.getByRole('radio', { name: '96 hours from the report', exact: true }).check()
  await page.getByRole('button', { name: 'Fill the policy form with these' }).click()
  await expect(page.getByLabel('Detailed response within: hours')).toHaveValue('96')
  await expect(page.getByLabel('Acknowledge within: hours')).toHaveValue('48')
  await expect(page.getByLabel('Mail addresses for reports')).toHaveValue('security@example.org')

  await page.getByLabel('Detailed response within: hours').fill('24')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(page.getByRole('alert').first()).toContainText(
    'The response is due before the acknowledgement.',
  )
  await page.getByLabel('Detailed response within: hours').fill('96')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(page.getByRole('region', { name: /is in force$|stays in force$/ })).toBeVisible()
}

test('A policy that says 48+48 in one section and 48+96 in another: import shows both sentences side by side and a person picks @phone', async ({
  maintainer,
  request,
}) => {
  const { page } = await maintainer('aisha')
  await reads(page, contradicting)
  await picksAndSaves(page)

  const file = await request.get('/projects/art-of-tech/security.md')
  expect(file.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  const text = await file.text()
  expect(text).toContain('within 96 hours of your report.')
  expect(text).toContain('at least 7 days after the last patch release')
  const again = await request.get('/projects/art-of-tech/security.md', {
    headers: { 'if-none-match': file.headers()['etag']! },
  })
  expect(again.status()).toBe(304)

  // What the desk wrote reads back as what is in force: nothing contradicts, and saving it changes nothing.
  await reads(page, text)
  await expect(page.getByRole('status').filter({ hasText: 'no contradiction' })).toBeVisible()
})

test('a policy is read, picked from and saved without scripts', async ({ maintainer }) => {
  const { page } = await maintainer('aisha', { javaScriptEnabled: false })
  await reads(page, contradicting)
  await picksAndSaves(page)
})

test('a policy is read from its file, and a file that is none keeps what was typed', async ({
  maintainer,
}) => {
  const { page } = await maintainer('aisha')
  await page.goto('/console/projects/art-of-tech/import')
  await page.getByLabel('Policy as written').fill('We acknowledge reports within 24 hours.')
  const binary = { name: 'SECURITY.md', mimeType: 'text/markdown', buffer: Buffer.from([0xff, 0xfe, 0x00]) }
  await page.getByLabel('Or its file').setInputFiles(binary)
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('alert').first()).toContainText('This file is no plain text.')
  await expect(page.getByLabel('Policy as written')).toHaveValue('We acknowledge reports within 24 hours.')

  await page.getByLabel('Policy as written').fill('')
  await page
    .getByLabel('Or its file')
    .setInputFiles({ ...binary, buffer: Buffer.from('Reports: security [at] example [dot] org\n') })
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('checkbox', { name: 'security@example.org' })).toBeChecked()
  await expect(page.getByLabel('Policy as written')).toHaveValue('Reports: security [at] example [dot] org\n')
})
