import { expect, test } from './fixtures'
import type { DeskServer } from './desk'
import type { Maintainer } from './maintainer'
import type { Reporter } from './reporter'

test.use({ deskKind: 'lively' })

/** A handler asks the reporter of the archive case to try the release of a line. */
async function asks(mei: Maintainer, desk: DeskServer, line: string, version: string): Promise<void> {
  await mei.opensCase(desk.story('archive').reference)
  await mei.looksAt('Lines')
  await mei
    .line(line)
    .getByRole('link', { name: `Verify ${line}` })
    .click()
  const form = mei.page.locator('form[id^=verify-]')
  await expect(form).toContainText(version)
  await form.getByRole('textbox', { name: 'What to look at' }).fill('Also on Windows, please.')
  await form.getByRole('button', { name: `Ask to verify ${line}` }).click()
  await expect(mei.line(line)).toContainText('The reporter is asked to verify it')
}

/** The reporter answers on their own page. */
async function answers({ page }: Reporter, found: string, words: string): Promise<void> {
  const form = page.getByRole('main').locator('form[id^=verify-]').first()
  await form.getByRole('radio', { name: found }).check()
  await form.getByRole('textbox', { name: 'What you did' }).fill(words)
  await form.getByRole('button', { name: 'Tell the team' }).click()
}

test('the handler asks the reporter to verify a fix; they say that it works, and the line is verified @phone', async ({
  reporter,
  maintainer,
  desk,
}) => {
  const mei = await maintainer('mei')
  await asks(mei, desk, '1.1.x', '1.1.14')
  await reporter.comesBackWith(desk.story('archive').receipt)
  await expect(reporter.page.getByRole('group', { name: /1\.1\.14/ })).toBeVisible()
  await answers(reporter, 'It works for me', 'Imported my archive: refused.')
  await expect(reporter.page.getByRole('heading', { name: 'Verify the fix' })).toBeHidden()
  await mei.looksAt('Lines')
  await expect(mei.line('1.1.x')).toContainText(/verified/i)
})

test('the reporter says that it is still vulnerable, and the line is worked on again', async ({
  reporter,
  maintainer,
  desk,
}) => {
  const mei = await maintainer('mei')
  await asks(mei, desk, '1.0.x', '1.0.31')
  await reporter.comesBackWith(desk.story('archive').receipt)
  await answers(reporter, 'Still vulnerable', '')
  await expect(reporter.refusal()).toBeVisible()
  await answers(reporter, 'Still vulnerable', 'A name with three dots still climbs out.')
  await expect(reporter.page.getByRole('heading', { name: 'Verify the fix' })).toBeHidden()
  await mei.looksAt('Lines')
  await expect(mei.line('1.0.x')).toContainText('In progress')
  await expect(mei.page.getByText('A name with three dots still climbs out.').first()).toBeAttached()
})

test('sending files tells how much of them has left', async ({ reporter }) => {
  const { page } = reporter
  await page.goto('/projects/pedro/report')
  await reporter.fillsIn({ title: 'With a large file' })
  const buffer = Buffer.alloc(1_500_000, 7)
  await page
    .getByLabel(/^Files/)
    .setInputFiles({ name: 'large.bin', mimeType: 'application/octet-stream', buffer })
  const shown = page.getByText(/^Sent so far: \d+ %/)
  // Slow enough that there is something to see.
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: -1,
    uploadThroughput: 600_000,
  })
  await reporter.sends()
  await expect(shown).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveJSProperty('max', 1)
  await reporter.receives()
  await expect(shown).toBeHidden()
})
