import { dayMs } from '@/lib/instant'
import { expect, test } from './fixtures'

test('two maintainers score a vulnerability: both stand, and the difference is shown metric by metric', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Scored by two' })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.looksAt('Severity')
  const form = mei.page.locator('form#severity')
  await form
    .getByRole('textbox', { name: /^CVSS 3.1 vector/ })
    .fill('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H')
  await form.getByRole('button', { name: 'Keep as my own assessment' }).click()
  await expect(mei.page.getByRole('heading', { name: 'Who scored what' })).toBeVisible()

  const tomas = await maintainer('tomas')
  await tomas.opensCase(reference)
  await tomas.looksAt('Severity')
  await tomas.page.getByRole('button', { name: 'Start from this of Mei Tan' }).click()
  const own = tomas.page.locator('form#severity')
  await own.getByRole('button', { name: 'Choose metric by metric for CVSS 3.1' }).click()
  // With the keyboard alone: the arrow keys choose within a metric.
  const vector = own.getByRole('group', { name: /^Attack vector AV/ })
  await vector.getByRole('radio', { name: 'Network' }).focus()
  await tomas.page.keyboard.press('ArrowRight')
  await tomas.page.keyboard.press('ArrowRight')
  await expect(vector.getByRole('radio', { name: 'Local' })).toBeChecked()
  await expect(own.getByRole('textbox', { name: /^CVSS 3.1 vector/ })).toHaveValue(/AV:L/)
  await own.getByRole('button', { name: 'Classify' }).click()
  await expect(tomas.page.locator('header').getByText('High')).toBeVisible()

  const differing = mei.page.getByRole('table', { name: 'CVSS 3.1: where the scorers differ' })
  await expect(differing.getByRole('row', { name: /^Attack vector AV ≠ Local Network/ })).toBeVisible({
    timeout: 4_000,
  })
  await expect(differing.getByRole('row')).toHaveCount(2)
  await expect(mei.page.getByText('8 metrics are the same', { exact: false })).toHaveCount(0)
  await expect(mei.page.getByText('7 metrics are the same')).toBeVisible()

  // A version that one alone used is no agreement, and another rating is a difference of its own.
  await form
    .getByRole('textbox', { name: /^CVSS 4.0 vector/ })
    .fill('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N')
  await form.getByRole('button', { name: 'Keep as my own assessment' }).click()
  await expect(
    mei.page.getByText('CVSS 4.0: only Mei Tan gives a vector, so there is nothing to compare.'),
  ).toBeVisible()
  const judged = mei.page.getByRole('table', { name: 'What the scorers judge differently' })
  await expect(judged.getByRole('row', { name: /^Rating ≠ High Critical/ })).toBeVisible()
})

test('a weakness is found by its words with the keyboard, and a discouraged one is warned about', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Which weakness' })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.looksAt('Severity')
  const form = mei.page.locator('form#severity')
  const search = form.getByRole('combobox', { name: 'Find a weakness' })
  await search.fill('sql injection')
  const found = form.getByRole('listbox', { name: 'Weaknesses found' }).getByRole('option')
  await expect(found.first()).toHaveAccessibleName(/^CWE-89 /)
  await search.press('Enter')
  await expect(form.getByRole('textbox', { name: /^Weaknesses/ })).toHaveValue('CWE-89')
  await search.fill('20')
  await expect(form.getByRole('option', { name: /^CWE-20 .* Discouraged$/ })).toBeVisible()
  await search.press('Enter')
  await expect(form.getByRole('textbox', { name: /^Weaknesses/ })).toHaveValue('CWE-89 CWE-20')
  await expect(form.getByText('MITRE discourages it')).toBeVisible()
  await form.getByRole('combobox', { name: 'Rating alone' }).selectOption({ label: 'High' })
  await form.getByRole('button', { name: 'Classify' }).click()
  await expect(mei.page.getByRole('link', { name: 'CWE-89' })).toBeVisible()
})

test('without scripts what MITRE advises against is told after classifying', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Plain weakness' })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  const { page } = await maintainer('mei', { javaScriptEnabled: false })
  await page.goto(`/console/cases/${reference}?section=severity`)
  const form = page.locator('form#severity')
  await form.getByRole('combobox', { name: 'Rating alone' }).selectOption({ label: 'High' })
  await form.getByRole('textbox', { name: /^Weaknesses/ }).fill('CWE-20 CWE-264')
  await expect(form.getByRole('button', { name: /metric by metric/ })).toHaveCount(0)
  await form.getByRole('button', { name: 'Classify' }).click()
  await page.goto(`/console/cases/${reference}?section=severity`)
  await expect(page.getByText('⚠ Discouraged')).toBeVisible()
  await expect(page.getByText('⚠ Prohibited')).toBeVisible()
  const named = form.getByRole('list', { name: 'Weaknesses named' })
  await expect(named).toContainText('MITRE discourages it')
  await expect(named).toContainText('MITRE prohibits it')
})

test('the pace SSVC recommends is stored with the case and shown', async ({ reporter, maintainer }) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'How fast' })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.looksAt('Severity')
  await mei.page.getByText('Answer the questions', { exact: true }).click()
  const form = mei.page.locator('form#pace')
  const answers = [
    ['Exploitation', 'Public demonstration'],
    ['Automatable', 'No'],
    ['Value density', 'Concentrated'],
    ['Technical impact', 'Total'],
    ['Safety impact', 'Negligible'],
  ] as const
  for (const [question, answer] of answers)
    await form
      .getByRole('group', { name: question, exact: true })
      .getByRole('radio', { name: new RegExp(`^${answer}`) })
      .check()
  await expect(form.getByRole('status')).toContainText('Out of cycle')
  await form.getByRole('button', { name: 'Store the pace' }).click()
  await expect(mei.page.getByText('SSVC, answered by Mei Tan')).toBeVisible()
  await mei.page.reload()
  await expect(mei.page.getByText('SSVC, answered by Mei Tan')).toBeVisible()
})

test('a second report of the same is found by the desk and linked', async ({ newReporter, maintainer }) => {
  const first = await (
    await newReporter()
  ).reportsVulnerability({
    project: 'Marmotte',
    title: 'Quokka archives unpack outside the target',
  })
  const second = await (
    await newReporter()
  ).reportsVulnerability({
    project: 'Marmotte',
    title: 'Unpacking a quokka archive leaves the target',
  })
  const mei = await maintainer('mei')
  await mei.opensCase(second.reference)
  await mei.acknowledges()
  const suggestion = mei.page.getByRole('region', { name: /like this one$/ })
  await expect(suggestion).toContainText(first.reference)
  await suggestion.getByRole('link', { name: `It repeats ${first.reference}` }).click()
  const form = mei.page.locator('form#link')
  await expect(form.getByRole('textbox', { name: 'Which case it repeats' })).toHaveValue(first.reference)
  await form.getByRole('button', { name: 'Link the two' }).click()
  await expect(mei.page.getByText(`Repeats ${first.reference}`)).toBeVisible()
  await mei.responds('Thank you, we know of it.', 'A fix is on its way.')
  await expect(mei.nextStep().getByRole('link', { name: `Goes on in ${first.reference}` })).toBeVisible()
  await expect(suggestion).toHaveCount(0)
})

test('a report that belongs to a dependency is handed to its private channel, logged and chased; the reporter is told', async ({
  reporter,
  maintainer,
  clock,
  mails,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'Not in our code',
    address: 'ibis@example.test',
  })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.chooses('Hand over to an upstream')
  const form = mei.page.locator('form#upstream')
  await form.getByRole('textbox', { name: 'Which upstream it belongs to' }).fill('libquokka')
  await form.getByRole('textbox', { name: 'Where they were told' }).fill('security@quokka.example')
  const told = form.getByRole('group', { name: 'When they were told' })
  await told.getByLabel('Date and time').fill(clock.formTime())
  await told.getByLabel('Time zone').selectOption('UTC')
  await form.getByRole('button', { name: 'Record that they were told' }).click()
  await expect(mei.page.getByText('not answered')).toBeVisible()
  await mails.wait('ibis@example.test', /news about your report|new message about your report/)
  clock.advance(8 * dayMs)
  await mails.wait('mei@example.org', new RegExp(`An upstream has not answered yet: ${reference}`))
  await mei.looksAt('Events')
  await expect(mei.page.getByText(/upstream/i).first()).toBeVisible()
})

test('a case is moved to another project, and its reporter reads why', async ({ reporter, maintainer }) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Not ours at all' })
  const owner = await maintainer('aisha')
  await owner.opensCase(reference)
  await owner.acknowledges()
  await owner.chooses('Move to another project')
  const form = owner.page.locator('form#move')
  await form.getByRole('combobox', { name: 'Project it belongs to' }).selectOption({ label: 'Mantoso' })
  await form.getByRole('textbox', { name: 'Why it belongs there' }).fill('The parser is a part of Mantoso.')
  await form.getByRole('button', { name: 'Move the case' }).click()
  await owner.isTold('Moved. The reporter is told.')
  await expect(owner.page.getByText('This case follows the policy of Marmotte')).toBeVisible()
  await reporter.looksAgain()
  await expect(reporter.page.getByText('The parser is a part of Mantoso.')).toBeVisible()
})

test('without scripts a case is moved to one of the projects there are to choose', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Moved plainly' })
  const { page } = await maintainer('aisha', { javaScriptEnabled: false })
  await page.goto(`/console/cases/${reference}?panel=move`)
  const form = page.locator('form#move')
  const project = form.getByRole('combobox', { name: 'Project it belongs to' })
  await expect(project.getByRole('option', { name: 'Marmotte' })).toHaveCount(0)
  await project.selectOption({ label: 'Mantoso' })
  await form.getByRole('button', { name: 'Move the case' }).click()
  await expect(form.getByText('Say why.').first()).toBeVisible()
  await expect(project).toHaveValue('mantoso')
  await form.getByRole('textbox', { name: 'Why it belongs there' }).fill('The parser is a part of Mantoso.')
  await form.getByRole('button', { name: 'Move the case' }).click()
  await page.goto(`/console/cases/${reference}`)
  await expect(page.getByText('This case follows the policy of Marmotte')).toBeVisible()
})

test('An incomplete fix is found after the announcement: a new case linked to the first.', async ({
  reporter,
  maintainer,
  clock,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Pedro', title: 'Mended by half' })
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
  clock.advance(2 * dayMs)
  await sam.readsPublicPage()

  await sam.opensCase(reference)
  await sam.chooses('Follow up an incomplete fix')
  const form = sam.page.locator('form#follow')
  await form.getByRole('textbox', { name: 'What is left' }).fill('Names with a NUL still escape')
  await form
    .getByRole('textbox', { name: 'What the fix leaves open' })
    .fill('The check stops at the first NUL.')
  await form.getByRole('button', { name: 'Follow up' }).click()
  const next = sam.page.getByText(/^Followed by/).getByRole('link')
  await expect(next).toBeVisible()
  await next.click()
  await expect(sam.page.getByRole('heading', { name: 'Names with a NUL still escape' })).toBeVisible()
  await expect(sam.page.getByText(`Follows ${reference}`)).toBeVisible()
  await expect(sam.page.getByText('The check stops at the first NUL.')).toBeVisible()
})
