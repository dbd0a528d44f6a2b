import { expect, test } from './fixtures'
import { dayMs, hourMs } from '@/lib/instant'

test('a reporter comes back days later with the receipt: received, acknowledged, who answers, what is due', async ({
  reporter,
  maintainer,
  newReporter,
  clock,
}) => {
  const title = 'Session cookies survive a sign-out'
  const { receipt, reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title })
  expect(receipt).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/)
  await reporter.page.close()

  clock.advance(5 * hourMs)
  const tomas = await maintainer('tomas')
  await tomas.picksFromQueue(title)
  await tomas.acknowledges()

  clock.advance(2 * dayMs)
  const later = await newReporter()
  await later.comesBackWith(receipt.toLowerCase().replaceAll('-', ' '))
  await expect(later.page.getByRole('heading', { name: title })).toBeVisible()
  await expect(later.page.getByText(reference)).toBeVisible()
  await expect(later.fact('Who answers')).toHaveText('A lead of the project’s security team')
  const way = later.page.getByRole('list', { name: 'The way of your report' })
  await expect(way.getByRole('listitem').filter({ hasText: 'Received' })).toContainText(
    'Mon 23 Nov, 10:00 CET',
  )
  await expect(way.getByRole('listitem').filter({ hasText: 'Acknowledged' })).toContainText(
    'Mon 23 Nov, 15:00 CET',
  )
  await expect(later.fact('You are told what happens next')).toContainText('Fri 27 Nov, 10:00 CET')
  await expect(later.fact('You are told what happens next')).toContainText('Fri 27 Nov, 09:00 UTC')
})

test('a wrong receipt opens nothing, and what was typed stays', async ({ reporter }) => {
  await reporter.page.goto('/receipt')
  const field = reporter.page.getByRole('textbox', { name: 'Receipt' })
  await field.fill('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH')
  await reporter.page.getByRole('button', { name: 'Open my report' }).click()
  await expect(reporter.refusal()).toContainText('Nothing was found')
  await expect(field).toHaveValue('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH')
})

test('a bare link is refused with a reason, and nothing typed is lost', async ({ reporter }) => {
  await reporter.opensForm('Mantoso')
  await reporter.fillsIn({
    title: 'Reset tokens stay valid',
    description: 'PoC: https://gist.example.org/1',
    impact: 'Somebody with an old mail signs in.',
    steps: 'Ask for two resets, use the first.',
    versions: '2.4.1',
    address: 'finder@example.test',
  })
  await reporter.sends()
  const alert = reporter.refusal()
  await expect(alert).toContainText('This is only a link')
  const description = reporter.page.getByRole('textbox', { name: /^Description/ })
  await expect(description).toHaveAttribute('aria-invalid', 'true')
  await expect(description).toHaveValue('PoC: https://gist.example.org/1')
  await expect(reporter.page.getByRole('textbox', { name: /^Steps/ })).toHaveValue(
    'Ask for two resets, use the first.',
  )
  await expect(reporter.page.getByRole('textbox', { name: /^Mail address/ })).toHaveValue(
    'finder@example.test',
  )

  await alert.getByRole('link', { name: /^This is only a link/ }).click()
  await expect(description).toBeFocused()
  await description.fill('A reset token is accepted after the password was changed with a newer one.')
  await reporter.sends()
  await reporter.receives()
})

test('what was typed is still there after the tab was closed', async ({ newBrowser }) => {
  const browser = await newBrowser()
  const first = await browser.newPage()
  await first.goto('/projects/pedro/report')
  await first.getByRole('textbox', { name: /^Title/ }).fill('A half written report')
  await expect
    .poll(() => first.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('A half written report')
  await first.close()
  const second = await browser.newPage()
  await second.goto('/projects/pedro/report')
  await expect(second.getByRole('textbox', { name: /^Title/ })).toHaveValue('A half written report')
  await second.getByRole('button', { name: 'Clear the draft' }).click()
  await expect(second.getByRole('textbox', { name: /^Title/ })).toHaveValue('')
})

test('the same report sent twice is one: a double click', async ({ reporter, maintainer }) => {
  const title = 'Sent with a double click'
  await reporter.opensForm('Mantoso')
  await reporter.fillsIn({ title })
  await reporter.page.getByRole('button', { name: 'Send the report' }).dblclick()
  const { reference } = await reporter.receives()
  const aisha = await maintainer('aisha')
  await aisha.page.goto('/console')
  const mine = aisha.page.getByRole('row').filter({ hasText: title })
  await expect(mine).toHaveCount(1)
  await expect(mine).toContainText(reference)
})

test('the same report sent twice is one: the answer got lost and the form is sent again', async ({
  reporter,
  maintainer,
}) => {
  const title = 'Sent again after a lost answer'
  await reporter.opensForm('Mantoso')
  await reporter.fillsIn({ title })
  // The server takes the report, and its answer never arrives.
  let isLost = false
  await reporter.page.route('**/projects/mantoso/report', async (route) => {
    if (route.request().method() !== 'POST' || isLost) return route.fallback()
    isLost = true
    await route.fetch()
    await route.abort()
  })
  await reporter.sends()
  await expect(reporter.refusal()).toContainText('Nothing is lost')
  await expect(reporter.page.getByRole('textbox', { name: /^Title/ })).toHaveValue(title)
  await reporter.sends()
  const { reference } = await reporter.receives()
  const aisha = await maintainer('aisha')
  await aisha.page.goto('/console')
  const mine = aisha.page.getByRole('row').filter({ hasText: title })
  await expect(mine).toHaveCount(1)
  await expect(mine).toContainText(reference)
})

test('acknowledgement overdue: the page says so, the reporter reminds, the team is escalated to', async ({
  reporter,
  clock,
  mails,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Mantoso',
    title: 'Nobody answers this',
  })
  await reporter.page.getByRole('link', { name: 'Go to my report' }).click()
  await expect(
    reporter.page.getByText(
      'You can remind the team from Tue 24 Nov, 10:00 CET (24 Nov 2026, 09:00 UTC) on.',
    ),
  ).toBeVisible()

  clock.advance(dayMs + hourMs)
  await reporter.looksAgain()
  await expect(reporter.page.getByText('We are late')).toBeVisible()
  await expect(
    reporter.page.getByText(/Acknowledging your report was due Tue 24 Nov, 10:00 CET/),
  ).toBeVisible()
  await reporter.page.getByRole('button', { name: 'Remind the team' }).click()
  await expect(reporter.page.getByText(/^You reminded the team on Tue 24 Nov/)).toBeVisible()

  await mails.wait('mei@example.org', new RegExp(`The reporter asks you to answer: ${reference}`))
  await mails.wait('aisha@example.org', new RegExp(`A promise is overdue: ${reference}`))
  clock.advance(2 * dayMs)
  await mails.wait('nadia@example.org', new RegExp(`A promise is overdue: ${reference}`))
  const mail = mails.of('nadia@example.org').find(({ subject }) => subject.includes(reference))
  expect(mail?.text).not.toContain('Nobody answers this')
})

test('reporter and team write to and fro, and a note stays inside', async ({
  reporter,
  maintainer,
  mails,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'Talking about a flaw',
    address: 'talker@example.test',
  })
  const tomas = await maintainer('tomas')
  await tomas.opensCase(reference)
  await tomas.writes('Question', 'Which version did you try?')
  const mail = await mails.wait('talker@example.test', /The team has a question about your report/)
  expect(mail.text).not.toContain('Which version')

  await reporter.page.getByRole('link', { name: 'Go to my report' }).click()
  await expect(reporter.page.getByText('Which version did you try?')).toBeVisible()
  await expect(reporter.fact('You are told what happens next')).toHaveText('Paused until you answer')
  await reporter.writes('I tried 1.2.3 on Linux.')
  // Another person’s change appears within two seconds or so, without loading the page.
  await expect(tomas.page.getByText('I tried 1.2.3 on Linux.')).toBeVisible({ timeout: 4_000 })

  await tomas.page
    .getByRole('navigation', { name: 'Write' })
    .getByRole('link', { name: 'Internal note' })
    .click()
  const note = tomas.page.locator('form#note')
  await note.getByRole('textbox').fill('This smells like the bug of last year.')
  await note.getByRole('button').click()
  await expect(tomas.page.getByRole('article').filter({ hasText: 'smells like' })).toBeVisible()
  await reporter.looksAgain()
  await expect(reporter.page.getByText('I tried 1.2.3 on Linux.')).toBeVisible()
  await expect(reporter.page.getByText('smells like')).toHaveCount(0)
})
