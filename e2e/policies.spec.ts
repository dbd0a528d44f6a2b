import { hourMs } from '@/lib/instant'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { Maintainer } from './maintainer'

const advisory = {
  summary: 'A path with two dots reads files outside of the folder.',
  impact: 'Whoever sends requests reads any file the server can read.',
  actions: 'Update to a fixed version.',
}

/** What the public page says about one release line. */
const publicLine = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'Affected and fixed versions' })
    .getByRole('row')
    .filter({
      has: page.getByRole('rowheader', { name, exact: true }),
    })

/** From a fresh report to a confirmed case: answered, judged, classified, reproduced. */
async function confirmsCase(
  handler: Maintainer,
  affected: readonly string[],
  weakness = 'CWE-22',
): Promise<void> {
  await handler.acknowledges()
  await handler.responds('Thank you, this looks right.', 'We reproduce it and write again within a week.')
  await handler.judges(affected, 'Affected')
  await handler.classifies('High', weakness)
  await handler.confirms('Read /etc/hostname with one request on a fresh installation.')
}

test('Mantoso: promises in hours, every maintained line fixed, announced with the fix', async ({
  reporter,
  maintainer,
  clock,
  mails,
}) => {
  const { page } = reporter
  const title = 'Queue names escape their folder'
  await page.goto('/projects/mantoso')
  await expect(page.getByText('A maintainer acknowledges your report within 24 hours.')).toBeVisible()
  await expect(
    page.getByText('You get an answer that says what happens next within 48 hours of your report.'),
  ).toBeVisible()
  const { reference } = await reporter.reportsVulnerability({
    project: 'Mantoso',
    title,
    address: 'moth@example.test',
    creditName: 'moth',
  })
  await expect(page.getByText(/acknowledges your report: due in 24 h · Tue 24 Nov, 10:00 CET/)).toBeVisible()
  await expect(page.getByText(/what happens next: due in 2 days · Wed 25 Nov, 10:00 CET/)).toBeVisible()
  await mails.wait('mei@example.org', new RegExp(`A new report arrived: ${reference}`))

  const aisha = await maintainer('aisha')
  await aisha.picksFromQueue(title)
  await confirmsCase(aisha, ['main', '3.2.x', '3.1.x', '2.9.x'])
  const lines = aisha.page.getByRole('table', { name: 'Release lines of this case' })
  await aisha.looksAt('Lines')
  await expect(aisha.line('1.x')).toContainText('Not judged yet')
  await expect(lines.getByRole('row')).toHaveCount(6)
  for (const [line, version] of [
    ['3.2.x', '3.2.4'],
    ['3.1.x', '3.1.9'],
    ['2.9.x', '2.9.12'],
  ] as const)
    await aisha.releases({ line, version, at: clock.formTime() })
  await aisha.audits('Every join of a path in all packages.', 'Nothing else.')
  await aisha.writesAdvisory(advisory)
  await aisha.schedules(clock.formTime(hourMs))
  await expect(aisha.page.getByText('Scheduled for')).toBeVisible()
  clock.advance(hourMs)
  await aisha.readsPublicPage()
  await expect(aisha.page.getByRole('heading', { name: title })).toBeVisible()
  await expect(publicLine(aisha.page, '3.2.x')).toContainText('3.2.4')
  await expect(publicLine(aisha.page, '3.1.x')).toContainText('3.1.9')
  await expect(publicLine(aisha.page, '2.9.x')).toContainText('2.9.12')
  await expect(aisha.page.getByRole('region', { name: 'Credits' })).toContainText('moth')

  const mail = await mails.wait('moth@example.test', /The advisory about your report is published/)
  expect(mail.text).not.toContain(title)
  await reporter.looksAgain()
  await page.getByRole('link', { name: /^Read DDA-/ }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
})

test('Pedro: no numbers, the reporter’s own terms in front of the handler, the newest line fixed', async ({
  reporter,
  maintainer,
  clock,
}) => {
  const { page } = reporter
  const title = 'Backups are readable by everybody'
  await page.goto('/projects/pedro')
  const promises = page.getByRole('region', { name: 'What you can count on' })
  await expect(promises).toContainText('A maintainer acknowledges your report as soon as possible.')
  await expect(promises).toContainText(
    'If the team breaks these promises, you may publish on your own terms.',
  )
  await expect(promises).not.toContainText(/\d+ (?:business )?hours/)
  await reporter.reportsVulnerability({
    project: 'Pedro',
    title,
    disclosure: { at: '2027-03-01T09:00', zone: 'Europe/Berlin' },
    creditName: 'Ida K.',
  })
  await expect(page.locator('#receipt')).toContainText('acknowledges your report as soon as possible.')

  const sam = await maintainer('sam')
  await sam.picksFromQueue(title)
  const terms = sam.page.getByRole('term').filter({ hasText: 'Publishes on their own' }).locator('xpath=..')
  await expect(terms).toContainText('Mon 1 Mar 2027, 09:00 CET')
  await confirmsCase(sam, ['main', '1.8.x'], 'CWE-732')
  await sam.releases({ line: '1.8.x', version: '1.8.6', at: clock.formTime() })
  await sam.audits('Every file the tools create.', 'One more, fixed with it.')
  await sam.writesAdvisory(advisory)
  await sam.looksAt('Fix')
  await expect(sam.page.getByRole('region', { name: 'With the announcement' })).toContainText(/security fix/i)
  await sam.looksAt('Advisory')
  await sam.schedules(clock.formTime(hourMs))
  await expect(sam.page.getByText('Scheduled for')).toBeVisible()
  clock.advance(hourMs)
  await sam.readsPublicPage()
  await expect(publicLine(sam.page, '1.8.x')).toContainText('1.8.6')
  await expect(sam.page.getByRole('region', { name: 'Credits' })).toContainText('Ida K.')
})

test('Art of Tech: two promises, a second maintainer approves, announced on a preferred day', async ({
  reporter,
  maintainer,
  clock,
}) => {
  const { page } = reporter
  const title = 'The host follows links out of the site'
  await reporter.opensForm('Art of Tech')
  const aside = page.getByRole('complementary', { name: 'Promises and safe harbour' })
  await expect(aside).toContainText('within 48 hours')
  await expect(aside).toContainText('within 96 hours of your report')
  await expect(aside).toContainText('We treat what you do under these conditions as authorised.')
  await expect(aside).toContainText('Social engineering of any kind')
  await reporter.fillsIn({ title })
  await reporter.sends()
  await reporter.receives()

  const jonas = await maintainer('jonas')
  await jonas.picksFromQueue(title)
  await confirmsCase(jonas, ['main', '5.x', '4.x', '3.x'], 'CWE-59')
  for (const [line, version] of [
    ['5.x', '5.2.1'],
    ['4.x', '4.9.3'],
    ['3.x', '3.14.8'],
  ] as const)
    await jonas.releases({ line, version, at: clock.formTime() })
  await jonas.audits('Every place that resolves a link.', 'Nothing.')
  await jonas.writesAdvisory(advisory)
  await expect(jonas.nextStep()).toContainText('A second maintainer does this.')
  const reference = jonas.page.url().split('/').at(-1)!.split('?')[0]!
  const aisha = await maintainer('aisha')
  await aisha.opensCase(reference)
  await aisha.approves()
  await jonas.schedules()
  await expect(jonas.page.getByText(/Scheduled for .*Tue 24 Nov, 16:00 CET/)).toBeVisible()
  clock.set('2026-11-24T15:00:00Z')
  await jonas.readsPublicPage()
  await expect(publicLine(jonas.page, '4.x')).toContainText('4.9.3')
  await expect(publicLine(jonas.page, '2.x')).not.toContainText('Fixed')
})

test('Art of Tech: behaviour documented as unsafe by design is closed with the citation', async ({
  reporter,
  maintainer,
}) => {
  const { page } = reporter
  const documented = 'https://docs.example.org/art-of-tech/plugins#trust'
  await page.goto('/projects/art-of-tech')
  await page.getByText('Unsafe by design').click()
  await expect(page.getByText(/A plugin runs any code its author wrote/)).toBeVisible()
  const { receipt } = await reporter.reportsVulnerability({
    project: 'Art of Tech',
    title: 'Plugins run code',
  })

  const jonas = await maintainer('jonas')
  await jonas.picksFromQueue('Plugins run code')
  await jonas.acknowledges()
  await jonas.chooses('Close without a fix')
  const form = jonas.page.locator('form#close')
  await form.getByRole('radio', { name: 'Unsafe by design' }).check()
  await form.getByRole('textbox', { name: 'Explanation' }).fill('A plugin is trusted like any other program.')
  await form.getByRole('button', { name: /^Close ART-/ }).click()
  await expect(form.getByRole('alert')).toContainText('Cite where this behaviour is documented')
  await form.getByRole('textbox', { name: 'Where it is documented' }).fill(documented)
  await form.getByRole('button', { name: /^Close ART-/ }).click()
  await expect(jonas.nextStep()).toContainText('the case is closed')

  await reporter.comesBackWith(receipt)
  await expect(page.getByText('Closed without a fix: unsafe by design')).toBeVisible()
  await expect(page.getByText('A plugin is trusted like any other program.').first()).toBeVisible()
  await expect(page.getByText(`Documented at: ${documented}`).first()).toBeVisible()
})

test('Dynamoose: 48 business hours from a Friday night before a holiday, the same instant on both sides', async ({
  reporter,
  maintainer,
  clock,
}) => {
  const due = '2027-01-21T05:00:00.000Z'
  clock.set('2027-01-15T22:00:00-07:00')
  const title = 'Typed queries lose their type'
  await reporter.page.goto('/projects/dynamoose')
  await expect(reporter.page.getByText('within 48 business hours')).toBeVisible()
  await reporter.reportsVulnerability({ project: 'Dynamoose', title, address: 'night@example.test' })
  await reporter.page.getByRole('link', { name: 'Go to my report' }).click()
  const promised = reporter.fact('A maintainer acknowledges it').getByRole('time')
  await expect(promised).toHaveAttribute('datetime', due)
  await expect(promised).toContainText('Thu 21 Jan, 06:00 CET')

  const mei = await maintainer('mei', { timezoneId: 'America/Denver' })
  await mei.picksFromQueue(title)
  const seen = mei.page.getByRole('region', { name: 'Promises' }).getByRole('time').first()
  await expect(seen).toHaveAttribute('datetime', due)
  await expect(seen).toContainText('Wed 20 Jan, 22:00 MST')
})

test('Dynamoose: the fix goes only where the vulnerability exists, as a minor release', async ({
  reporter,
  maintainer,
  clock,
}) => {
  const title = 'Only the third series forgets a check'
  await reporter.reportsVulnerability({ project: 'Dynamoose', title, address: 'deer@example.test' })
  const mei = await maintainer('mei')
  await mei.picksFromQueue(title)
  await mei.acknowledges()
  await mei.responds('Only 3.x has this code.', 'We fix 3.x and write again.')
  await mei.judges(['3.x'], 'Affected')
  await mei.judges(['main', '4.1.x', '2.x'], 'Not affected', 'The vulnerable code is not in it')
  await mei.classifies('Medium', 'CWE-20')
  await mei.confirms('A query without a key returns everything on 3.5.0, and is refused on 4.1.2 and 2.8.0.')
  await mei.releases({ line: '3.x', version: '3.6.0', at: clock.formTime() })
  await mei.audits('The other series.', 'Nothing.')
  await mei.writesAdvisory(advisory)
  await mei.schedules(clock.formTime(hourMs))
  await expect(mei.page.getByText('Scheduled for')).toBeVisible()
  clock.advance(hourMs)
  await mei.readsPublicPage()
  await expect(publicLine(mei.page, '3.x')).toContainText('3.6.0')
  for (const line of ['4.1.x', '2.x']) await expect(publicLine(mei.page, line)).toContainText('Not affected')
})

test('Marmotte: confirm, classify, fix, release, and announced by itself seven days after the last patch', async ({
  reporter,
  newReporter,
  maintainer,
  clock,
  request,
}) => {
  const title = 'Invitations can be guessed'
  await reporter.reportsVulnerability({
    project: 'Marmotte',
    title,
    suggestedFix: 'Longer tokens.',
    address: 'guest@example.test',
  })
  const mei = await maintainer('mei')
  await mei.picksFromQueue(title)
  await expect(mei.page.getByText('Longer tokens.')).toBeVisible()
  await confirmsCase(mei, ['main', '1.2.x', '1.1.x', '1.0.x'], 'CWE-330')
  const address = `/projects/marmotte/advisories/${await mei.publicId()}`
  expect((await request.get(address)).status()).toBe(404)
  for (const [line, version] of [
    ['1.2.x', '1.2.7'],
    ['1.1.x', '1.1.14'],
    ['1.0.x', '1.0.22'],
  ] as const)
    await mei.releases({ line, version, at: clock.formTime() })
  await mei.audits('Every token that is made.', 'Nothing else.')
  await mei.writesAdvisory(advisory)
  await expect(mei.page.getByText('update', { exact: false }).first()).toBeVisible()

  const public_ = await newReporter()
  await public_.page.goto(address)
  await expect(public_.page.getByRole('main')).toContainText('1.2.7')
  await expect(public_.page.getByRole('main')).not.toContainText(/Invitations|guess|token|High/)

  const tomas = await maintainer('tomas')
  await tomas.opensCase(mei.page.url().split('/').at(-1)!.split('?')[0]!)
  await tomas.approves()
  await mei.schedules('2026-11-29T12:00')
  await expect(mei.page.locator('form#schedule').getByRole('alert')).toContainText(
    'The earliest announcement is',
  )
  await mei.page.reload()
  await mei.schedules()
  await expect(mei.page.getByText(/Scheduled for .*Tue 1 Dec, 14:00 CET/)).toBeVisible()

  clock.set('2026-12-01T12:59:00Z')
  await public_.page.reload()
  await expect(public_.page.getByRole('main')).not.toContainText(title)
  clock.set('2026-12-01T13:00:00Z')
  await mei.readsPublicPage()
  await expect(mei.page.getByRole('heading', { name: title })).toBeVisible()
  await expect(publicLine(mei.page, '1.1.x')).toContainText('1.1.14')
  const feed = await (await request.get('/projects/marmotte/feed.atom')).text()
  expect(feed).toContain(title)
  expect(await (await request.get('/feed.atom')).text()).toContain(address)
  const securityTxt = await (await request.get('/projects/marmotte/security.txt')).text()
  expect(securityTxt).toMatch(/^Contact: .*\/projects\/marmotte\/report$/m)
  expect(securityTxt).toMatch(/^Expires: \d{4}-/m)
})
