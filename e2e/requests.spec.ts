import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** The receipt on the page that follows a request. */
const receives = async (page: Page): Promise<string> => {
  await expect(page.getByRole('heading', { name: 'Your request has arrived' })).toBeVisible()
  return (await page.getByTestId('receipt').innerText()).replace(/\s+/g, '')
}

test('without scripts somebody asks before testing, and comes back for the answer @phone', async ({
  newBrowser,
  maintainer,
  mails,
}) => {
  const page = await (await newBrowser({ javaScriptEnabled: false })).newPage()
  await page.goto('/projects/marmotte')
  await page.getByRole('link', { name: 'Ask before testing' }).click()
  const box = (name: RegExp) => page.getByRole('textbox', { name })
  await box(/^What you want to test/).fill('The sign-in of the hosted demo.')
  await box(/^Where/).fill('With two accounts of my own.')
  await box(/^How/).fill('By hand.')
  await box(/^Mail address/).fill('asker@example.test')
  await page.getByRole('button', { name: 'Ask the team' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Say when, with dates.')
  await expect(box(/^What you want to test/)).toHaveValue('The sign-in of the hosted demo.')
  await box(/^When/).fill('1 to 3 December')
  await page.getByRole('button', { name: 'Ask the team' }).click()
  const receipt = await receives(page)
  await page.getByRole('link', { name: 'Go to my request' }).click()
  await expect(page.getByText('This request waits for the team')).toBeVisible()
  await page.getByRole('button', { name: 'Leave' }).click()

  const told = await mails.wait('aisha@example.org', /Somebody asks before testing/)
  expect(told.text).not.toMatch(/sign-in of the hosted/)
  const aisha = await maintainer('aisha')
  await aisha.page.goto('/console/requests')
  await aisha.page.getByRole('link', { name: 'The sign-in of the hosted demo.' }).click()
  await aisha.page.getByRole('radio', { name: 'Allowed, under these conditions' }).check()
  await aisha.page.getByRole('textbox', { name: /^Conditions, or the reason/ }).fill('Not on 2 December.')
  await aisha.page.getByRole('button', { name: 'Answer' }).click()
  await expect(aisha.page.getByRole('heading', { name: 'Allowed with conditions' })).toBeVisible()

  await mails.wait('asker@example.test', /Your request is answered/)
  await page.getByRole('textbox', { name: 'Receipt' }).fill(receipt)
  await page.getByRole('button', { name: 'Open', exact: false }).click()
  await expect(page.getByText('Allowed with conditions')).toBeVisible()
  await expect(page.getByText('Not on 2 December.')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Aisha')
})

test('An old minor asked for without evidence stays `requested`; with a demonstrated break it becomes required and the gate closes again.', async ({
  reporter,
  newBrowser,
  maintainer,
  clock,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Dynamoose',
    title: 'Filters leak other rows',
  })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.writes('Message', 'Thank you, we look at it.')
  await mei.judges(['4.1.x', '4.0.x'], 'Affected')
  await mei.judges(['main', '3.x', '2.x', '1.x'], 'Not affected', 'The vulnerable code is not in it')
  await mei.classifies('High', 'CWE-200')
  await mei.confirms('Seen on 4.1.2.')
  await mei.releases({ line: '4.1.x', version: '4.1.9', at: clock.formTime() })
  await expect(mei.nextStep()).not.toContainText('Release the fix')
  const advisory = await mei.publicId()

  const page = await (await newBrowser()).newPage()
  await page.goto(`/projects/dynamoose/advisories/${advisory}`)
  await page.getByRole('link', { name: 'Ask for a backport' }).click()
  await expect(page.getByRole('combobox', { name: 'Which fix' })).toHaveValue(advisory)
  await page.getByRole('combobox', { name: 'Which older line' }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Ask for the backport' }).click()
  await receives(page)
  await expect(page.getByText('Something is still missing')).toBeVisible()
  await page.getByRole('link', { name: 'Go to my request' }).click()
  await expect(page.getByText('This request waits for you')).toBeVisible()

  await mei.page.goto('/console/requests?kind=backport')
  await expect(mei.page.getByText('Waits for the asker')).toBeVisible()
  await mei.page.getByRole('link', { name: advisory }).click()
  await expect(mei.page.getByText('The request does not show what the newer version breaks.')).toBeVisible()

  const box = (name: RegExp) => page.getByRole('textbox', { name })
  await box(/^What the newer line breaks/).fill('4.1 drops callbacks.')
  await box(/^What shows it/).fill('https://ci.example.org/acme/failing')
  await page.getByRole('button', { name: 'Save and tell the team' }).click()
  await expect(page.getByText('This request waits for the team')).toBeVisible()

  await mei.page.reload()
  await mei.page.getByRole('button', { name: 'Accept the backport' }).click()
  await expect(mei.page.getByRole('heading', { name: 'Accepted' })).toBeVisible()
  await mei.opensCase(reference)
  await expect(mei.nextStep()).toContainText('Release the fix on 4.0.x')
  await page.reload()
  await expect(page.getByRole('region', { name: 'Accepted' })).toBeVisible()
})

test('Two unrelated vulnerabilities in one report: split into two cases, both keep the credit and the original instant.', async ({
  reporter,
  maintainer,
}) => {
  const { reference, receipt } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'Two holes in the importer',
    description:
      'There are two vulnerabilities here. CWE-22: a name with dots leaves the folder. CWE-79: names are written to the page as they are.',
    creditName: 'Robin Sparrow',
  })
  await expect(reporter.page.getByText('more than one vulnerability')).toBeVisible()
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await expect(mei.page.getByText('This report may hold more than one vulnerability')).toBeVisible()
  await mei.page.getByRole('link', { name: 'Split it into two cases' }).click()
  const form = mei.page.locator('form#split')
  await form.getByRole('textbox', { name: /^The second vulnerability/ }).fill('Names are written as they are')
  await form.getByRole('textbox', { name: /^What is in which case/ }).fill('The folder here, the page there.')
  await form.getByRole('button', { name: 'Split into two cases' }).click()
  await mei.isTold('Split. Both cases are linked above, and the reporter is told.')
  const link = mei.page.getByRole('link', { name: /^MAR-/ })
  const second = await link.first().innerText()
  await link.first().click()
  await expect(
    mei.page.getByRole('heading', { name: 'Names are written as they are', level: 1 }),
  ).toBeVisible()
  await expect(mei.page.getByText('Robin Sparrow').first()).toBeAttached()

  await reporter.comesBackWith(receipt)
  const parts = reporter.page.getByRole('navigation', { name: 'Cases of your report' })
  await parts.getByRole('link', { name: second }).click()
  await expect(reporter.page.getByText('The folder here, the page there.')).toBeVisible()
  await reporter.page.getByRole('textbox', { name: 'Write to the team' }).fill('Only about the page.')
  await reporter.page.getByRole('button', { name: 'Send to the team' }).click()
  await expect(reporter.page.getByRole('listitem').filter({ hasText: 'Only about the page.' })).toBeVisible()
  await parts.getByRole('link', { name: reference }).click()
  await expect(reporter.page.getByText('The folder here, the page there.')).toBeVisible()
  await expect(reporter.page.getByText('Only about the page.')).toHaveCount(0)
  await mei.page.reload()
  await expect(mei.page.getByText('Only about the page.')).toBeVisible()
})
