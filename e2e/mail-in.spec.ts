import { dovecotProgram, startDovecot } from '@/test/dovecot'
import { writtenMail } from '@/test/written-mail'
import { expect, test } from './fixtures'
import { Maintainer } from './maintainer'

const found = dovecotProgram()

test('a lead names the addresses of their project; one that is none is refused and stays in the form', async ({
  maintainer,
}) => {
  const { page } = await maintainer('nadia')
  await page.goto('/console/projects/marmotte/mail')
  await expect(page.getByText('The desk takes in no mail yet')).toBeVisible()
  const addresses = page.getByRole('textbox', { name: 'Addresses of this project' })
  await addresses.fill('security@marmotte.example\nnobody')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('“nobody” is no mail address.').first()).toBeVisible()
  await expect(addresses).toHaveValue('security@marmotte.example\nnobody')
  await addresses.fill('security@marmotte.example')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(addresses).toHaveValue('security@marmotte.example')
  await page.goto('/console/incoming')
  await expect(page.getByText('No mailbox is set up, so no mail comes in')).toBeVisible()
})

test('an owner sees beside the place how many mails wait, until they have looked', async ({
  newBrowser,
  newDesk,
}) => {
  const desk = await newDesk('lively')
  const nadia = new Maintainer(await (await newBrowser({ baseURL: desk.url })).newPage(), desk, 'nadia')
  await nadia.signsIn()
  const places = nadia.page.getByRole('navigation', { name: 'Places' })
  const place = places.getByRole('link', { name: /^Incoming mail/ })
  await expect(place).toHaveAccessibleName('Incoming mail 1 waiting')
  await place.click()
  await expect(nadia.page.getByRole('link', { name: 'To whom it may concern' })).toBeVisible()
  await expect(place).toHaveAccessibleName('Incoming mail')
})

const title =
  'missing' in found
    ? `a report by mail (skipped: ${found.missing})`
    : 'a report by mail: its receipt opens it, the answer lands in the case, and a mailing list’s mail is taken by hand'

test(title, async ({ newBrowser, newDesk }) => {
  test.skip('missing' in found)
  const dovecot = await startDovecot('program' in found ? found.program : '')
  const desk = await newDesk('bare', {
    IMAP_URL: `imap://desk:secret@127.0.0.1:${dovecot.port}/INBOX`,
  })
  try {
    const browser = await newBrowser({ baseURL: desk.url })
    const nadia = new Maintainer(await browser.newPage(), desk, 'nadia')
    await nadia.signsIn()
    const { page } = nadia
    await page.goto('/console/projects/marmotte/mail')
    await page.getByRole('textbox', { name: 'Addresses of this project' }).fill('security@marmotte.test')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()

    dovecot.deliver(writtenMail({ subject: 'Archive entries leave their folder' }))
    const receipt = await desk.mails.wait('rita@example.net', /^Your report arrived \(Marmotte\)$/)
    const secret = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){7}/.exec(receipt.text)?.[0] ?? ''
    const reporter = await (await newBrowser({ baseURL: desk.url })).newPage()
    await reporter.goto('/receipt')
    await reporter
      .getByLabel(/receipt/i)
      .first()
      .fill(secret)
    await reporter.getByRole('button', { name: /open|find|show/i }).click()
    await expect(reporter.getByText('Archive entries leave their folder').first()).toBeVisible()

    await nadia.picksFromQueue('Archive entries leave their folder')
    await nadia.acknowledges()
    await nadia.responds('Which version is it?', 'We reproduce it and write again within a week.')
    await desk.mails.wait('rita@example.net', /^There is a new message about your report/)
    const replyTo = desk.mails.replyAddress('rita@example.net')
    dovecot.deliver(
      writtenMail({
        to: replyTo,
        body: 'It is version 2.\r\n\r\nOn Friday at 9:00, Desk wrote:\r\n> Read it.',
      }),
    )
    await expect
      .poll(
        async () => {
          await page.reload()
          return page.getByText('It is version 2.').count()
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(0)

    dovecot.deliver(
      writtenMail({ subject: 'Sent through a list', headers: ['List-Id: <security.marmotte.test>'] }),
    )
    await page.goto('/console/incoming')
    const listed = page.getByRole('row').filter({ hasText: 'Sent through a list' })
    await expect
      .poll(
        async () => {
          await page.reload()
          return listed.getByText('held').count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    await expect(
      page.getByRole('row').filter({ hasText: 'Archive entries leave their folder' }),
    ).toContainText('MAR-')
    await listed.getByRole('link', { name: 'Sent through a list' }).click()
    await expect(page.getByText('A token for resetting the password').first()).toBeVisible()
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save the mail (.eml)' }).click()
    expect((await saving).suggestedFilename()).toMatch(/\.eml$/)
    await page.getByRole('button', { name: 'Take as report' }).click()
    await page.goto('/console/incoming')
    await expect
      .poll(
        async () => {
          await page.reload()
          return listed.getByRole('link', { name: /^MAR-/ }).count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
  } finally {
    await dovecot.stop()
  }
})
