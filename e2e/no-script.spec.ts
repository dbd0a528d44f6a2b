import { expect, test } from './fixtures'
import { dayMs } from '@/lib/instant'

test('without scripts a reporter reports, comes back, writes, states terms and reminds @phone', async ({
  newReporter,
  clock,
}) => {
  const reporter = await newReporter({ javaScriptEnabled: false })
  const { page } = reporter
  await reporter.opensForm('Mantoso')
  await expect(page.getByRole('textbox', { name: /^Title/ })).toBeInViewport()
  await reporter.fillsIn({
    title: 'Found without scripts',
    description: 'See https://gist.example.org/2',
    steps: 'Open the page in a text browser.',
    creditName: 'lynx',
  })
  await reporter.sends()
  await expect(reporter.refusal()).toContainText('This is only a link')
  await expect(page.getByRole('textbox', { name: /^Steps/ })).toHaveValue('Open the page in a text browser.')
  await expect(page.getByRole('textbox', { name: /^Name for the credit/ })).toHaveValue('lynx')
  await page
    .getByRole('textbox', { name: /^Description/ })
    .fill('The page for resetting a password accepts any address, and tells which of them have an account.')
  await reporter.sends()
  const { receipt, reference } = await reporter.receives()

  await page.getByRole('link', { name: 'Go to my report' }).click()
  await expect(page.getByText(reference)).toBeVisible()
  await expect(reporter.fact('A maintainer acknowledges it')).toContainText('Tue 24 Nov')
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { name: 'Find my report' })).toBeVisible()
  await reporter.comesBackWith(receipt)
  await reporter.writes('One more thing: it happens on every version.')

  const own = page.getByRole('group', { name: /^Your own disclosure date/ })
  await own.getByLabel('Date and time').fill('2027-03-01T09:00')
  await own.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByRole('button', { name: 'Save the date' }).click()
  await expect(reporter.fact('You publish on your own')).toContainText('Mon 1 Mar 2027, 08:00 UTC')
  await expect(own.getByLabel('Date and time')).toHaveValue('2027-03-01T09:00')
  await expect(own.getByLabel('Time zone')).toHaveValue('Europe/Berlin')

  clock.advance(2 * dayMs)
  await reporter.looksAgain()
  await expect(page.getByText('We are late')).toBeVisible()
  await page.getByRole('button', { name: 'Remind the team' }).click()
  await expect(page.getByText(/^You reminded the team on/)).toBeVisible()
})

test('without scripts a project that announced nothing says so where it will thank people', async ({
  newReporter,
}) => {
  const { page } = await newReporter({ javaScriptEnabled: false })
  await page.goto('/projects/art-of-tech/acknowledgements')
  await expect(page.getByText('Nobody is named here yet')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Report a vulnerability' })).toBeVisible()
  expect((await page.goto('/projects/nobody/acknowledgements'))?.status()).toBe(404)
  const said = await page.evaluate(() => getComputedStyle(document.body, '::before').content)
  expect(said).toContain('There is nothing at this address')
})
