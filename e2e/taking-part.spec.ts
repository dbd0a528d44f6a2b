import { expect, test } from './fixtures'

test('without scripts a reporter states terms, corrects the credit and agrees on a date @phone', async ({
  newReporter,
  maintainer,
}) => {
  const reporter = await newReporter({ javaScriptEnabled: false })
  const { page } = reporter
  const { reference } = await reporter.reportsVulnerability({
    project: 'Mantoso',
    title: 'Taking part without scripts',
    address: 'taking-part@example.test',
  })
  await reporter.looksAgain()

  await page.getByText(/^Credit: /).click()
  const credit = page.locator('form#own-credit')
  await credit.getByRole('radio', { name: 'By name or handle' }).check()
  await credit.getByRole('textbox', { name: /^Name for the credit/ }).fill('Mo Thorne')
  await credit.getByRole('textbox', { name: /^Handle/ }).fill('moth')
  await credit.getByRole('checkbox', { name: 'Fix developer' }).check()
  await credit.getByRole('button', { name: 'Save the credit' }).click()
  await expect(page.getByText('Credit: Mo Thorne (moth)')).toBeVisible()
  await expect(page.getByText('Finder, Reporter, Fix developer')).toBeVisible()

  await page.getByText('More about the report').click()
  await page.getByRole('checkbox', { name: /^I came across personal data/ }).check()
  await page
    .locator('form#more-terms')
    .getByRole('textbox', { name: /^Your own number/ })
    .fill('VR-2026-014')
  await page.getByRole('button', { name: 'Save what you said' }).click()
  await expect(page.getByText('yours: VR-2026-014')).toBeVisible()

  const own = page.locator('form#own-terms')
  await own.getByRole('textbox', { name: /^Or so many days/ }).fill('soon')
  await page.getByRole('button', { name: 'Save the date' }).click()
  await expect(reporter.refusal()).toContainText('Write a whole number of days')
  await expect(own.getByRole('textbox', { name: /^Or so many days/ })).toHaveValue('soon')
  await own.getByRole('textbox', { name: /^Or so many days/ }).fill('30')
  await page.getByRole('button', { name: 'Save the date' }).click()
  await expect(reporter.fact('You publish').first()).toContainText('Wed 23 Dec')

  const aisha = await maintainer('aisha')
  await aisha.opensCase(reference)
  await expect(aisha.page.getByText('The reporter came across personal data of others')).toBeVisible()
  await aisha.acknowledges()
  await aisha.chooses('Embargo dates')
  const propose = aisha.page.locator('form#propose')
  await propose.getByLabel('Date and time').fill('2027-01-15T09:00')
  await propose.getByLabel('Time zone').selectOption('UTC')
  await propose.getByRole('button', { name: 'Propose to the reporter' }).click()
  await expect(aisha.page.getByText('Without an answer it lapses')).toBeVisible()

  await reporter.looksAgain()
  const proposed = page.getByRole('list', { name: 'Proposed dates' })
  await expect(proposed).toContainText('Fri 15 Jan 2027, 09:00 UTC')
  await proposed.getByRole('textbox', { name: /^Words to go/ }).fill('Gladly.')
  await proposed.getByRole('button', { name: 'Accept this date' }).click()
  await expect(proposed).toContainText('accepted')
  await expect(reporter.fact('You publish').first()).toContainText('Fri 15 Jan 2027, 09:00 UTC')
  await expect(aisha.page.getByText('Agreed: the embargo ends')).toBeVisible()
  await expect(aisha.page.getByText('Gladly.').first()).toBeVisible()
})

test('the reporter withdraws, and only after saying so twice', async ({ reporter }) => {
  await reporter.reportsVulnerability({ project: 'Pedro', title: 'Withdrawn again' })
  await reporter.looksAgain()
  const { page } = reporter
  await page.getByText('Withdraw the report').first().click()
  await page.getByRole('button', { name: 'Withdraw the report' }).click()
  await expect(reporter.refusal()).toContainText('Tick that you want to withdraw')
  await page.getByRole('checkbox', { name: 'Yes, I withdraw this report' }).check()
  await page.getByRole('button', { name: 'Withdraw the report' }).click()
  await expect(page.getByText('Closed without a fix: withdrawn by the reporter')).toBeVisible()
})

test('the draft is shared, commented on, and taken back', async ({ reporter, maintainer }) => {
  const { page } = reporter
  const { reference } = await reporter.reportsVulnerability({
    project: 'Mantoso',
    title: 'A draft to be read',
    creditName: 'Mo Thorne',
  })
  const aisha = await maintainer('aisha')
  await aisha.opensCase(reference)
  await aisha.acknowledges()
  await aisha.responds('We see it.', 'A fix by Friday.')
  await aisha.looksAt('Lines')
  const line = await aisha.page
    .getByRole('table', { name: 'Release lines of this case' })
    .getByRole('rowheader')
    .locator('.font-mono')
    .first()
    .innerText()
  await aisha.judges([line], 'Affected')
  await aisha.classifies('High', 'CWE-22')
  await aisha.confirms('By hand.')

  await aisha.looksAt('Advisory')
  await aisha.page.getByRole('button', { name: 'Share the draft' }).click()
  await aisha.isTold('Shared. The reporter is told.')
  await reporter.looksAgain()
  await page.getByRole('link', { name: 'Read it and comment' }).click()
  await expect(page.getByRole('heading', { name: 'A draft to be read' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Your comment on version 1' }).fill('The title says too much.')
  await page.getByRole('button', { name: 'Send the comment' }).click()
  await expect(page.getByText('✓ Sent. The team is told.')).toBeVisible()
  await expect(aisha.page.getByText('on version 1 of the draft')).toBeAttached()

  await aisha.page.getByRole('button', { name: 'Take the draft back' }).click()
  await aisha.isTold('The draft is taken back.')
  expect((await page.goto('/report/draft'))?.status()).toBe(404)
})
