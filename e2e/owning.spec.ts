import { dayMs } from '@/lib/instant'
import { expect, test } from './fixtures'

test('a handler leaves, the stand-in gets the mail and takes the case in one press, and reads it in the notifications', async ({
  reporter,
  maintainer,
  clock,
  mails,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'While they are away',
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
  await aisha.opensCase(reference)
  await expect(aisha.page.getByText(/Mei Tan is away until .*stand-in Aisha Karim/)).toBeVisible()
  await aisha.page.getByRole('button', { name: 'Hand over to Aisha Karim' }).click()
  await aisha.isTold('Aisha Karim answers for the case.')
  await expect(aisha.page.getByText('Handed over from Mei Tan to Aisha Karim.')).toBeVisible()
  const told = await mails.wait(
    'aisha@example.org',
    new RegExp(`You are the primary handler of a case: ${reference}`),
  )
  expect(told.text).not.toContain('While they are away')

  await aisha.page.getByRole('link', { name: /^Notifications/ }).click()
  const row = aisha.page
    .getByRole('listitem')
    .filter({ hasText: `You are the primary handler of a case: ${reference}` })
  await expect(row).toContainText('Unread')
  await row.getByRole('button', { name: /^Mark as read/ }).click()
  await expect(row).not.toContainText('Unread')
})
