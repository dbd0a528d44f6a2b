import { dayMs, hourMs } from '@/lib/instant'
import { expect, test } from './fixtures'

test('the handler goes on leave: the case is handed over, the reporter learns only that the handler changed', async ({
  reporter,
  maintainer,
  mails,
}) => {
  const title = 'Handed over in the middle'
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title,
    address: 'heron@example.test',
  })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.page.getByRole('link', { name: 'Hand over', exact: true }).click()
  await mei.page
    .getByRole('combobox', { name: 'Hand over to' })
    .selectOption({ label: 'Aisha Karim (handler)' })
  await mei.page.getByRole('textbox', { name: /^Note for them/ }).fill('Waiting for the second log file.')
  await mei.page.getByRole('button', { name: 'Hand the case over' }).click()
  await expect(
    mei.page.getByRole('banner').or(mei.page.getByRole('main')).getByText('Aisha Karim').first(),
  ).toBeVisible()
  await mails.wait('aisha@example.org', new RegExp(`You are the primary handler of a case: ${reference}`))
  const told = await mails.wait('heron@example.test', /Another maintainer answers for your report now/)
  expect(told.text).not.toMatch(/Aisha|Mei|log file/)
  await reporter.looksAgain()
  await expect(reporter.page.getByRole('main')).not.toContainText(/Aisha|Mei Tan|log file/)

  const aisha = await maintainer('aisha')
  await aisha.opensCase(reference)
  await aisha.looksAt('Events')
  await expect(aisha.page.getByText('Waiting for the second log file.', { exact: true })).toBeVisible()
})

test('two people edit one line at once: no edit is lost, the conflict is shown', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Edited by two' })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  const aisha = await maintainer('aisha')
  await aisha.opensCase(reference)
  for (const one of [mei, aisha]) {
    await one.looksAt('Lines')
    await one.page.getByRole('link', { name: 'Edit 1.2.x' }).click()
    await one.page.getByRole('combobox', { name: 'Is 1.2.x affected?' }).selectOption({ label: 'Affected' })
  }
  await aisha.page.getByRole('textbox', { name: /^First affected version/ }).fill('1.2.4')
  await mei.page.getByRole('textbox', { name: /^First affected version/ }).fill('1.2.2')
  await mei.page.getByRole('textbox', { name: /^Link to the fix/ }).fill('https://git.example.org/fix/1')
  await mei.page.getByRole('button', { name: 'Save 1.2.x' }).click()
  await expect(mei.line('1.2.x')).toContainText('since 1.2.2')

  // What stands now appears beside what Aisha typed, before she saves.
  await expect(aisha.page.getByText('Mei Tan changed this while you were editing')).toBeVisible({
    timeout: 4_000,
  })
  await expect(aisha.page.getByRole('textbox', { name: /^First affected version/ })).toHaveValue('1.2.4')
  const differing = aisha.page.getByRole('list', { name: 'What differs' }).getByRole('listitem')
  await expect(differing).toHaveText([
    'First affected version: theirs “1.2.2”, yours “1.2.4” (you both changed it)',
    'Link to the fix: theirs “https://git.example.org/fix/1”, yours empty (they changed it, you did not)',
  ])
  await aisha.page.getByRole('button', { name: 'Save 1.2.x' }).click()
  await expect(aisha.page.locator('form[id^=line-]').getByRole('alert')).toContainText(
    'changed 1.2.x meanwhile',
  )
  await expect(aisha.page.getByRole('textbox', { name: /^First affected version/ })).toHaveValue('1.2.4')
  await expect(mei.line('1.2.x')).toContainText('since 1.2.2')

  await aisha.page.getByRole('button', { name: 'Keep mine, to save it over theirs' }).click()
  await expect(aisha.page.getByRole('textbox', { name: /^Link to the fix/ })).toHaveValue(
    'https://git.example.org/fix/1',
  )
  await aisha.page.getByRole('button', { name: 'Save 1.2.x' }).click()
  await expect(mei.line('1.2.x')).toContainText('since 1.2.4', { timeout: 4_000 })
})

test('a yanked release suspends the announcement, and nothing goes out at its moment', async ({
  reporter,
  maintainer,
  clock,
  mails,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Pedro',
    title: 'Yanked before its day',
  })
  const sam = await maintainer('sam')
  await sam.opensCase(reference)
  await sam.acknowledges()
  await sam.writes('Message', 'Thank you, we look at it.')
  await sam.judges(['1.8.x'], 'Affected')
  await sam.judges(['main'], 'Not affected', 'The vulnerable code is not in it')
  await sam.classifies('Low', 'CWE-22')
  await sam.confirms('Seen on 1.8.2.')
  await sam.releases({ line: '1.8.x', version: '1.8.9', at: clock.formTime() })
  await sam.audits('The same folder.', 'Nothing.')
  await sam.writesAdvisory({ summary: 'S.', impact: 'I.', actions: 'A.' })
  await sam.schedules(clock.formTime(2 * dayMs))
  await expect(sam.page.getByText('Scheduled for')).toBeVisible()

  clock.advance(dayMs)
  await sam.looksAt('Lines')
  await sam.page.getByRole('link', { name: 'Yank 1.8.x' }).click()
  await sam.page.getByRole('textbox', { name: 'Why it was taken back' }).fill('It does not start on Windows.')
  await sam.page.getByRole('button', { name: 'Take 1.8.9 back' }).click()
  await sam.isTold('1.8.x is open again.')
  await sam.looksAt('Advisory')
  await expect(sam.page.getByText('The schedule is suspended')).toBeVisible()
  await mails.wait(
    'sam@example.org',
    new RegExp(`An announcement did not go out: a gate is closed: ${reference}`),
  )
  clock.advance(2 * dayMs)
  await expect(sam.page.getByText('The public page')).toHaveCount(0)
  await sam.page.reload()
  await expect(sam.page.getByText('The schedule is suspended')).toBeVisible()
})

test('leaked on day two of seven: the lead overrides with a reason, and it is announced', async ({
  reporter,
  maintainer,
  clock,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'Leaked too early',
  })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.responds('We see it.', 'A fix goes out this week.')
  await mei.judges(['1.2.x'], 'Affected')
  await mei.judges(['main', '1.1.x', '1.0.x'], 'Not affected', 'The vulnerable code is not in it')
  await mei.classifies('Critical', 'CWE-94')
  await mei.confirms('Seen on 1.2.4.')
  await mei.releases({ line: '1.2.x', version: '1.2.9', at: clock.formTime() })
  await mei.audits('Everything near it.', 'Nothing.')
  await mei.writesAdvisory({ summary: 'S.', impact: 'I.', actions: 'A.' })
  clock.advance(2 * dayMs)

  const tomas = await maintainer('tomas')
  await tomas.opensCase(reference)
  await tomas.approves()
  await tomas.chooses('Override gates')
  await tomas.page.getByRole('radio', { name: 'Leaked' }).check()
  await tomas.page.getByRole('textbox', { name: 'What is known' }).fill('A pull request names the flaw.')
  await tomas.page.getByRole('button', { name: 'Override the open gates' }).click()
  await tomas.isTold('The gates are overridden.')
  await tomas.looksAt('Events')
  const event = tomas.page.getByRole('listitem').filter({ hasText: 'A pull request names the flaw.' })
  await expect(event).toContainText('Tomás Rivera')

  await mei.page.reload()
  await expect(mei.page.getByRole('link', { name: 'Override gates' })).toHaveCount(0)
  await mei.schedules(clock.formTime(hourMs))
  await expect(mei.page.getByText('Scheduled for')).toBeVisible()
  clock.advance(hourMs)
  await mei.readsPublicPage()
})

test('a maintainer acknowledges and answers from a phone @phone', async ({ reporter, maintainer }) => {
  const title = 'Answered on the way home'
  await reporter.reportsVulnerability({ project: 'Marmotte', title })
  const tomas = await maintainer('tomas')
  await tomas.picksFromQueue(title)
  await tomas.acknowledges()
  await tomas.page
    .getByRole('navigation', { name: 'Parts of the case' })
    .getByRole('link', { name: /^Conversation|^Lines/ })
    .first()
    .click()
  await tomas.writes('Message', 'Got it, thank you. More tomorrow.')
  await reporter.looksAgain()
  await expect(reporter.page.getByText('Got it, thank you. More tomorrow.')).toBeVisible()
})

test('a promise that was kept says how it ended, and unfolds to when it was due and why', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Kept in time' })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  const promises = mei.page.getByRole('region', { name: 'Promises' })
  const kept = promises.getByRole('listitem').filter({ hasText: /^Acknowledge: kept, / })
  await expect(kept).toBeVisible()
  await expect(kept.getByText(/^Was due /)).toHaveCount(0)
  await kept.getByText(/^Acknowledge: kept/).click()
  await expect(kept.getByText(/^Was due .*48 /)).toBeVisible()
  await kept.getByText(/^Acknowledge: kept/).click()
  await expect(kept.getByText(/^Was due /)).toHaveCount(0)
})

test('what happened on a case follows what others do, is there without scripts, and says when it cannot be read', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Looked into' })
  const mei = await maintainer('mei')
  await mei.page.route(/\/events$/, (route) => route.abort(), { times: 2 })
  await mei.opensCase(reference)
  await mei.looksAt('Events')
  await expect(mei.page.getByText(/The events could not be read$/)).toBeVisible()
  await mei.page.getByRole('button', { name: 'Try again' }).click()
  await expect(mei.page.getByRole('listitem').filter({ hasText: 'sent a report (web)' })).toBeVisible()

  const tomas = await maintainer('tomas', { javaScriptEnabled: false })
  await tomas.opensCase(reference)
  await tomas.looksAt('Events')
  await expect(tomas.page.getByRole('listitem').filter({ hasText: 'sent a report (web)' })).toBeVisible()
  await tomas.nextStep().getByRole('button', { name: 'Acknowledge the report' }).click()
  await tomas.looksAt('Events')
  const acknowledged = 'acknowledged; Tomás Rivera answers for the case'
  await expect(tomas.page.getByRole('listitem').filter({ hasText: acknowledged })).toBeVisible()
  await expect(mei.page.getByRole('listitem').filter({ hasText: acknowledged })).toBeVisible()
})
