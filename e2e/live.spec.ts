import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { Maintainer } from './maintainer'

/** Whatever somebody does appears to everybody who looks within this, with nothing pressed. */
const atOnce = { timeout: 2_000 }

const whoElse = ({ page }: Maintainer): Locator => page.getByRole('group', { name: 'Who else is here' })
const reply = (page: Page): Locator => page.locator('form#reply')
const replyText = (page: Page): Locator => reply(page).getByRole('textbox', { name: 'Text' })

test.describe('two browsers on one case', () => {
  test('what one does the other sees within two seconds, in the case and in the queue', async ({
    reporter,
    maintainer,
  }) => {
    const title = 'Seen by two'
    const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title })
    const [mei, aisha] = [await maintainer('mei'), await maintainer('aisha')]
    await mei.opensCase(reference)
    await aisha.page.goto('/console')
    const row = aisha.page.getByRole('row').filter({ hasText: reference })
    await expect(row).toContainText('Received')
    await mei.acknowledges()
    await expect(row).toContainText('Acknowledged', atOnce)
    await expect(row).toContainText('Mei Tan', atOnce)

    await aisha.opensCase(reference)
    await mei.writes('Question', 'Which version did you test?')
    await expect(
      aisha.page.getByRole('article').filter({ hasText: 'Which version did you test?' }),
    ).toBeVisible(atOnce)
    await reporter.looksAgain()
    await reporter.writes('Version 1.2.4, on Linux.')
    for (const one of [mei, aisha])
      await expect(one.page.getByRole('article').filter({ hasText: 'Version 1.2.4, on Linux.' })).toBeVisible(
        { timeout: 4_000 },
      )
  })

  test('each sees that the other is there, what they are writing, and when they go', async ({
    reporter,
    maintainer,
  }) => {
    const { reference } = await reporter.reportsVulnerability({
      project: 'Marmotte',
      title: 'Looked at by two',
    })
    const [mei, aisha] = [await maintainer('mei'), await maintainer('aisha')]
    await mei.opensCase(reference)
    await expect(whoElse(mei)).toBeEmpty()
    await aisha.opensCase(reference)
    await expect(whoElse(mei)).toContainText('Aisha Karim is looking at this case.', atOnce)
    await expect(whoElse(aisha)).toContainText('Mei Tan is looking at this case.', atOnce)

    await replyText(aisha.page).pressSequentially('Thank you')
    await expect(whoElse(mei)).toContainText('Aisha Karim is writing to the reporter.', atOnce)
    await expect(reply(mei.page).getByRole('status').first()).toHaveText(
      'Aisha Karim is writing to the reporter.',
    )
    await reporter.looksAgain()
    await expect(reporter.page.getByRole('main')).not.toContainText(/Aisha|Mei Tan|looking|is writing/)

    await aisha.page.goto('/console/calendar')
    await expect(whoElse(mei)).toBeEmpty(atOnce)
  })

  test('a change of the same line is shown beside what the other is typing', async ({
    reporter,
    maintainer,
  }) => {
    const { reference } = await reporter.reportsVulnerability({
      project: 'Marmotte',
      title: 'Edited at once',
    })
    const [mei, aisha] = [await maintainer('mei'), await maintainer('aisha')]
    await mei.opensCase(reference)
    await mei.acknowledges()
    await aisha.opensCase(reference)
    for (const one of [mei, aisha]) {
      await one.looksAt('Lines')
      await one.page.getByRole('link', { name: 'Edit 1.2.x' }).click()
      await one.page.getByRole('combobox', { name: 'Is 1.2.x affected?' }).selectOption({ label: 'Affected' })
    }
    await aisha.page.getByRole('textbox', { name: /^First affected version/ }).fill('1.2.4')
    await mei.page.getByRole('textbox', { name: /^First affected version/ }).fill('1.2.2')
    await mei.page.getByRole('button', { name: 'Save 1.2.x' }).click()
    await expect(aisha.page.getByText('Mei Tan changed this while you were editing')).toBeVisible(atOnce)
    await expect(aisha.page.getByRole('textbox', { name: /^First affected version/ })).toHaveValue('1.2.4')
  })

  test('whoever may not see a case any more has it taken from the screen', async ({
    reporter,
    maintainer,
  }) => {
    const { reference } = await reporter.reportsVulnerability({
      project: 'Marmotte',
      title: 'Restricted later',
    })
    const [tomas, aisha] = [await maintainer('tomas'), await maintainer('aisha')]
    await aisha.opensCase(reference)
    await tomas.opensCase(reference)
    await tomas.page.goto(`/console/cases/${reference}?panel=restrict`)
    await tomas.page.locator('form#restrict').getByRole('button').first().click()
    await expect(aisha.page.getByText('Restricted later')).toHaveCount(0, { timeout: 4_000 })
  })
})

test('what one is notified of appears in the list one looks at, and what is read is so in every window', async ({
  reporter,
  maintainer,
}) => {
  const [mei, elsewhere] = [await maintainer('mei'), await maintainer('mei')]
  for (const { page } of [mei, elsewhere]) await page.goto('/console/notifications')
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'News for the list',
  })
  const row = ({ page }: Maintainer) => page.getByRole('listitem').filter({ hasText: reference })
  for (const one of [mei, elsewhere]) await expect(row(one)).toContainText('Unread')
  await row(mei).getByRole('button', { name: 'Mark as read' }).click()
  for (const one of [mei, elsewhere]) await expect(row(one)).not.toContainText('Unread')
})

test('without the connection that tells of changes the page asks by itself', async ({
  reporter,
  maintainer,
}) => {
  const title = 'Told by nobody'
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title })
  const [mei, aisha] = [await maintainer('mei'), await maintainer('aisha')]
  await aisha.page.route('**/api/live', (route) => route.abort())
  await aisha.opensCase(reference)
  await mei.opensCase(reference)
  await mei.acknowledges()
  await expect(aisha.page.getByText('Acknowledged', { exact: true }).first()).toBeVisible({ timeout: 12_000 })
  await expect(aisha.page.getByText('Updates slow')).toBeVisible({ timeout: 25_000 })
})

test.describe('what is unread', () => {
  test('is marked in the queue until one has opened the case, and again when somebody did more', async ({
    reporter,
    maintainer,
  }) => {
    const title = 'Read by one'
    const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title })
    const [mei, aisha] = [await maintainer('mei'), await maintainer('aisha')]
    const row = ({ page }: Maintainer) => page.getByRole('row').filter({ hasText: reference })
    await mei.page.goto('/console')
    await aisha.page.goto('/console')
    for (const one of [mei, aisha]) await expect(row(one)).toContainText('Unread')
    const read = mei.page.waitForResponse((answer) => answer.url().endsWith(`/cases/${reference}/lookers`))
    await mei.opensCase(reference)
    await read
    await mei.page.getByRole('link', { name: 'Queue' }).first().click()
    await expect(row(mei)).not.toContainText('Unread')
    await expect(row(aisha)).toContainText('Unread')

    await aisha.opensCase(reference)
    await aisha.acknowledges()
    await expect(row(mei)).toContainText('Unread', atOnce)
    await mei.opensCase(reference)
    await mei.page.getByRole('button', { name: 'Mark as unread' }).click()
    await expect(mei.page.getByText('Unread in your queue')).toBeVisible()
    await mei.page.goto('/console')
    await expect(row(mei)).toContainText('Unread')
  })

  test('is marked by the key u', async ({ reporter, maintainer }) => {
    const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Marked by key' })
    const mei = await maintainer('mei')
    const read = mei.page.waitForResponse((answer) => answer.url().endsWith(`/cases/${reference}/lookers`))
    await mei.opensCase(reference)
    await read
    await mei.page.goto('/console')
    const row = mei.page.getByRole('row').filter({ hasText: reference })
    await expect(row).not.toContainText('Unread')
    await row.getByRole('link').first().focus()
    await mei.page.keyboard.press('u')
    await expect(row).toContainText('Unread')
  })
})

test.describe('what one is writing', () => {
  test('is kept by itself, is there again after a reload and on another device, and goes with the sending', async ({
    reporter,
    maintainer,
    newBrowser,
    desk,
  }) => {
    const { reference } = await reporter.reportsVulnerability({
      project: 'Marmotte',
      title: 'Written slowly',
    })
    const mei = await maintainer('mei')
    await mei.opensCase(reference)
    await reply(mei.page).getByRole('radio', { name: 'Question' }).check()
    await replyText(mei.page).fill('Which version\ndid you test?')
    await expect(reply(mei.page).getByText(/^Draft kept at/)).toBeVisible()
    await mei.page.reload()
    await expect(replyText(mei.page)).toHaveValue('Which version\ndid you test?')
    await expect(reply(mei.page).getByRole('radio', { name: 'Question' })).toBeChecked()
    expect(
      await mei.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
    ).not.toContain('Which version')

    const state = await mei.page.context().storageState()
    const phone = await (
      await newBrowser({ storageState: state, viewport: { width: 390, height: 844 } })
    ).newPage()
    await phone.goto(`${desk.url}/console/cases/${reference}`)
    await expect(replyText(phone)).toHaveValue('Which version\ndid you test?')
    const kept = phone.waitForResponse((answer) => answer.url().endsWith('/draft'))
    await replyText(phone).fill('Which version did you test, on the phone?')
    expect((await kept).status()).toBe(200)

    await replyText(mei.page).pressSequentially(' And where?')
    await expect(reply(mei.page).getByText(/you wrote this in another window/)).toContainText('Not kept')
    await reply(mei.page).getByRole('button', { name: 'Take the other' }).click()
    await expect(replyText(mei.page)).toHaveValue('Which version did you test, on the phone?')
    await reply(mei.page).getByRole('button', { name: 'Send to reporter' }).click()
    await expect(mei.page.getByRole('article').filter({ hasText: 'on the phone?' })).toBeVisible()
    await expect(replyText(mei.page)).toHaveValue('')
    await mei.page.reload()
    await expect(replyText(mei.page)).toHaveValue('')
  })

  test('can be discarded, and brought back', async ({ reporter, maintainer }) => {
    const { reference } = await reporter.reportsVulnerability({
      project: 'Marmotte',
      title: 'Thought better of',
    })
    const mei = await maintainer('mei')
    await mei.page.goto(`/console/cases/${reference}?write=note`)
    const form = mei.page.locator('form#note')
    const text = form.getByRole('textbox', { name: 'Note' })
    await text.fill('Perhaps a duplicate.')
    await form.getByRole('button', { name: 'Discard draft' }).click()
    await expect(text).toHaveValue('')
    await mei.page.getByRole('button', { name: 'Undo' }).click()
    await expect(text).toHaveValue('Perhaps a duplicate.')
    await expect(form.getByText(/^Draft kept at/)).toBeVisible()
    await form.getByRole('button', { name: 'Discard draft' }).click()
    await expect(form.getByText(/^Draft kept at/)).toBeHidden()
    await mei.page.reload()
    await expect(text).toHaveValue('')
  })

  test('stays on the page and says so when the desk cannot be reached or the session has ended', async ({
    reporter,
    maintainer,
  }) => {
    const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Cut off' })
    const mei = await maintainer('mei')
    await mei.opensCase(reference)
    await mei.page.route('**/draft', (route) => route.abort('failed'))
    await replyText(mei.page).fill('First words.')
    await expect(reply(mei.page).getByText(/^! ?Not kept: the desk cannot be reached/)).toBeVisible()
    await expect(replyText(mei.page)).toHaveValue('First words.')
    await mei.page.unroute('**/draft')
    await mei.page.route('**/draft', (route) =>
      route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' }),
    )
    await replyText(mei.page).pressSequentially(' More.')
    await expect(reply(mei.page).getByText(/you are signed out/)).toBeVisible()
    await mei.page.unroute('**/draft')
    await replyText(mei.page).pressSequentially(' And more.')
    await expect(reply(mei.page).getByText(/^Draft kept at/)).toBeVisible()
    await mei.page.reload()
    await expect(replyText(mei.page)).toHaveValue('First words. More. And more.')
  })

  test('is kept by a button where there are no scripts', async ({ reporter, maintainer }) => {
    const { reference } = await reporter.reportsVulnerability({
      project: 'Marmotte',
      title: 'Without scripts',
    })
    await maintainer('mei')
    const mei = await maintainer('mei', { javaScriptEnabled: false })
    await mei.page.goto(`/console/cases/${reference}`)
    await replyText(mei.page).fill('Written by hand.')
    await reply(mei.page).getByRole('button', { name: 'Keep as draft' }).click()
    await expect(reply(mei.page).getByText('✓ Draft kept.')).toBeVisible()
    await mei.page.goto(`/console/cases/${reference}`)
    await expect(replyText(mei.page)).toHaveValue('Written by hand.')
    await replyText(mei.page).fill('Written by hand, twice.')
    await reply(mei.page).getByRole('button', { name: 'Keep as draft' }).click()
    await reply(mei.page).getByRole('button', { name: 'Send to reporter' }).click()
    await mei.page.goto(`/console/cases/${reference}`)
    await expect(mei.page.getByRole('article').filter({ hasText: 'Written by hand, twice.' })).toBeVisible()
    await expect(replyText(mei.page)).toHaveValue('')
  })
})
