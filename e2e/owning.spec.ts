import { dayMs } from '@/lib/instant'
import { expect, test } from './fixtures'

test('a handler leaves, the stand-in comes from the notifications, takes the case, and whoever had it is told by mail', async ({
  reporter,
  maintainer,
  clock,
  mails,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'Left in the middle',
  })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()

  await mei.page.goto('/console/account')
  const form = mei.page.locator('form#absence')
  for (const [name, at] of [
    ['From', clock.formTime()],
    ['Until', clock.formTime(7 * dayMs)],
  ] as const) {
    const group = form.getByRole('group', { name })
    await group.getByLabel('Date and time').fill(at)
    await group.getByLabel('Time zone').selectOption('UTC')
  }
  await form.getByRole('combobox', { name: 'Stand-in in Marmotte' }).selectOption({ label: 'Aisha Karim' })
  await form.getByRole('button', { name: 'Save absence' }).click()
  await expect(mei.page.getByText('You are out of office')).toBeVisible()

  await reporter.page.reload()
  await reporter.looksAgain()
  await expect(reporter.page.getByRole('main')).not.toContainText(/Aisha|Mei Tan|away/)

  const aisha = await maintainer('aisha')
  await aisha.page.goto('/console/notifications')
  const row = (news: string) => aisha.page.getByRole('listitem').filter({ hasText: `${news}: ${reference}` })
  await expect(row('A new report arrived')).toContainText('Unread')
  await row('A new report arrived').getByRole('link').click()
  await expect(aisha.page.getByText(/Mei Tan is away until .*stand-in Aisha Karim/)).toBeVisible()
  await aisha.page.getByRole('link', { name: 'Hand over', exact: true }).click()
  await expect(aisha.page.getByText(/^Suggested: Mei Tan is away, and Aisha Karim stands in/)).toBeVisible()
  await aisha.page.getByRole('button', { name: 'Take it myself' }).click()
  await aisha.isTold('You answer for the case.')
  await expect(aisha.page.getByText('Handed over from Mei Tan to Aisha Karim.')).toBeVisible()
  const told = await mails.wait('mei@example.org', new RegExp(`A case is no longer yours: ${reference}`))
  expect(told.text).not.toContain('Left in the middle')

  await aisha.page.getByRole('link', { name: /^Notifications/ }).click()
  // Read by opening the case; of what one did oneself one is not told.
  await expect(row('A new report arrived')).not.toContainText('Unread')
  await expect(row('You are the primary handler of a case')).toHaveCount(0)

  await mei.page.goto('/console/notifications')
  const taken = mei.page.getByRole('listitem').filter({ hasText: `A case is no longer yours: ${reference}` })
  await expect(taken).toContainText('Unread')
  await taken.getByRole('button', { name: /^Mark as read/ }).click()
  await expect(taken).not.toContainText('Unread')

  await reporter.page.reload()
  await expect(reporter.page.getByRole('main')).toContainText(
    'Another maintainer answers for your report now.',
  )
  await expect(reporter.page.getByRole('main')).not.toContainText(/Aisha|Mei Tan|away/)
})

test('without scripts a handler sees who is suggested for a case, why, and assigns them in one press @phone', async ({
  newReporter,
  maintainer,
}) => {
  const reporter = await newReporter({ javaScriptEnabled: false })
  const { reference } = await reporter.reportsVulnerability({
    project: 'Dynamoose',
    title: 'For whose turn it is',
  })
  const { page } = await maintainer('mei', { javaScriptEnabled: false })
  await page.goto(`/console/cases/${reference}`)
  await page.getByRole('link', { name: 'Assign', exact: true }).click()
  const suggested = page.locator('form').filter({ hasText: 'Suggested: ' })
  await suggested.getByRole('button').click()
  await expect(page.getByRole('link', { name: 'Hand over', exact: true })).toBeVisible()
})

test('without scripts a lead sets a duty rota, and whoever is on duty is suggested', async ({
  newReporter,
  maintainer,
}) => {
  const { page } = await maintainer('nadia', { javaScriptEnabled: false })
  await page.goto('/console/projects/dynamoose/team')
  const [first, second] = [
    page.getByLabel('Turn 1', { exact: true }),
    page.getByLabel('Turn 2', { exact: true }),
  ]
  const name = 'Tomás Rivera'
  await first.selectOption(name)
  await second.selectOption(name)
  await page.getByLabel('First day of turn 1').fill('2026-11-23')
  await page.getByRole('button', { name: 'Save the rota' }).click()
  await expect(page.getByText('Each person has one turn in a round').first()).toBeVisible()
  await expect(first).toHaveValue(/./)
  await second.selectOption('')
  await page.getByRole('button', { name: 'Save the rota' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '23 Nov to 29 Nov' })).toContainText(name)

  const reporter = await newReporter({ javaScriptEnabled: false })
  const { reference } = await reporter.reportsVulnerability({ project: 'Dynamoose', title: 'On duty' })
  await page.goto(`/console/cases/${reference}`)
  await page.getByRole('link', { name: 'Assign', exact: true }).click()
  await expect(page.getByText(`Suggested: ${name} is on duty until 29 Nov`)).toBeVisible()
})

test('without scripts an owner says that a colleague fell ill, who is told by mail; and ends it when they are back @phone', async ({
  maintainer,
  clock,
  mails,
}) => {
  const { page } = await maintainer('nadia', { javaScriptEnabled: false })
  await page.goto('/console/projects/dynamoose/team')
  await page.getByRole('link', { name: 'Absence of Mei Tan' }).click()
  const form = page.locator('form#absence')
  for (const [name, at] of [
    ['From', clock.formTime()],
    ['Until', clock.formTime(-dayMs)],
  ] as const) {
    const group = form.getByRole('group', { name })
    await group.getByLabel('Date and time').fill(at)
    await group.getByLabel('Time zone').selectOption('UTC')
  }
  await form.getByRole('button', { name: 'Save absence' }).click()
  await expect(page.getByText('You come back before you leave. Pick a later date.').first()).toBeVisible()
  const until = form.getByRole('group', { name: 'Until' }).getByLabel('Date and time')
  await expect(until).toHaveValue(clock.formTime(-dayMs))
  await until.fill(clock.formTime(7 * dayMs))
  await form.getByRole('combobox', { name: 'Stand-in in Dynamoose' }).selectOption({ label: 'Tomás Rivera' })
  await form.getByRole('button', { name: 'Save absence' }).click()
  await expect(page.getByText('Mei Tan is out of office')).toBeVisible()
  const told = await mails.wait('mei@example.org', /Somebody else said when you are away/)
  expect(told.text).toContain('Nadia Berger set that you are away from')

  await page.goto('/console/projects/dynamoose/team')
  await expect(page.getByRole('rowheader', { name: /Mei Tan/ })).toContainText('away until')
  await page.goto('/console/people')
  await page.getByRole('link', { name: 'Absence of Mei Tan' }).click()
  await page.getByRole('button', { name: 'Mei Tan is back' }).click()
  await expect(page.getByText('Mei Tan is out of office')).toHaveCount(0)
})
