import { dayMs } from '@/lib/instant'
import { expect, test } from './fixtures'
import { enters, types } from './keyboard'

const address = 'several@example.test'

test('without scripts a reporter keeps several receipts on one page, opened by a mailed link @phone', async ({
  newReporter,
  mails,
}) => {
  const reporter = await newReporter({ javaScriptEnabled: false })
  const { page } = reporter
  const first = await reporter.reportsVulnerability({ project: 'Mantoso', title: 'The first of two' })
  const second = await reporter.reportsVulnerability({ project: 'Pedro', title: 'The second of two' })

  await page.goto('/receipt')
  await page.getByText('I have several receipts').click()
  await page.getByRole('link', { name: 'My reports' }).click()
  await page.getByRole('textbox', { name: 'Mail address' }).fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByText(`A link that opens your list is on its way to ${address}`)).toBeVisible()

  const mail = await mails.wait(address, /^Your link to your reports$/)
  await page.goto(/https?:\S+\/my-reports\/\S+/.exec(mail.text)?.[0] ?? '')
  await expect(page).toHaveURL(/\/my-reports$/)
  await page.getByRole('button', { name: 'Open my reports' }).click()
  await expect(page.getByText('No report is on your list')).toBeVisible()
  for (const { receipt } of [first, second]) {
    await page.getByRole('textbox', { name: 'Receipt' }).fill(receipt)
    await page.getByRole('button', { name: 'Put it on my list' }).click()
    await expect(page.getByText('The report is on your list.')).toBeVisible()
  }
  await page.getByRole('button', { name: 'Open The first of two' }).click()
  await expect(page.getByRole('heading', { name: 'The first of two' })).toBeVisible()
  await page.goto('/my-reports')
  await page.getByRole('button', { name: 'Close the list', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Mail me a link' })).toBeVisible()
})

test('without scripts a lost receipt is replaced by a link to the address of the report, and by nothing else', async ({
  newReporter,
  mails,
}) => {
  const reporter = await newReporter({ javaScriptEnabled: false })
  const { page } = reporter
  const lost = 'lost-receipt@example.test'
  const { receipt } = await reporter.reportsVulnerability({
    project: 'Mantoso',
    title: 'Its receipt is lost',
    address: lost,
  })
  const ask = async (mail: string) => {
    await page.goto('/receipt')
    await page.getByText('I lost my receipt').click()
    await page.getByRole('textbox', { name: 'Mail address' }).fill(mail)
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await expect(page.getByText(`If a report was left with ${mail}, a link`)).toBeVisible()
  }
  await ask('nobody-reported@example.test')
  await ask(lost)
  const mail = await mails.wait(lost, /^A way back to your report$/)
  expect(mail.text).not.toContain('Its receipt is lost')
  expect(mails.of('nobody-reported@example.test')).toEqual([])
  await page.goto(/https?:\S+\/new-receipt\/\S+/.exec(mail.text)?.[0] ?? '')
  await page.getByRole('button', { name: 'Make a new receipt' }).click()
  const renewed = (await page.getByTestId('receipt').innerText()).replace(/\s+/g, '')
  expect(renewed).not.toBe(receipt)

  const elsewhere = await newReporter({ javaScriptEnabled: false })
  await elsewhere.comesBackWith(renewed)
  await expect(elsewhere.page.getByRole('heading', { name: 'Its receipt is lost' })).toBeVisible()
  const old = await newReporter({ javaScriptEnabled: false })
  await old.page.goto('/receipt')
  await old.page.getByRole('textbox', { name: 'Receipt' }).fill(receipt)
  await old.page.getByRole('button', { name: 'Open my report' }).click()
  await expect(old.refusal()).toContainText('Nothing was found')
})

test('the link in a mail about news ends those mails', async ({ newReporter, mails }) => {
  const reporter = await newReporter({ javaScriptEnabled: false })
  const news = 'no-more-news@example.test'
  await reporter.reportsVulnerability({ project: 'Mantoso', title: 'Nobody should know this', address: news })
  const mail = await mails.wait(news, /^Your report arrived/)
  expect(mail.text).not.toContain('Nobody should know this')
  await reporter.page.goto(/https?:\S+\/no-mail\/\S+/.exec(mail.text)?.[0] ?? '')
  await reporter.page.getByRole('button', { name: 'Stop these mails' }).click()
  await expect(reporter.page.getByText('No more mails about this report')).toBeVisible()
  await reporter.looksAgain()
  await reporter.page.getByText('Mails about news').click()
  await expect(reporter.page.getByRole('radio', { name: 'No, I look here myself' })).toBeChecked()
})

test('with the keyboard alone a late team is reminded', async ({ reporter, clock }) => {
  const { page } = reporter
  const { receipt } = await reporter.reportsVulnerability({ project: 'Mantoso', title: 'Nobody answers' })
  clock.advance(2 * dayMs)
  await page.goto('/receipt')
  await types(page, page.getByRole('textbox', { name: 'Receipt' }), receipt)
  await page.keyboard.press('Enter')
  await enters(page, page.getByRole('button', { name: 'Remind the team' }))
  await expect(page.getByText(/^You reminded the team on/)).toBeVisible()
})
