import { hourMs } from '@/lib/instant'
import { expect, test } from './fixtures'
import type { Maintainer } from './maintainer'

/** Has a text checked that is about to go public. */
async function checks(by: Maintainer, kind: string, text: string) {
  await by.looksAt('Fix')
  const form = by.page.locator('form#check-text')
  await form.getByRole('combobox', { name: 'What kind of text it is' }).selectOption({ label: kind })
  await form.getByRole('textbox', { name: 'Text to check' }).fill(text)
  await form.getByRole('button', { name: 'Check the text' }).click()
  return form
}

test('A release note with the CVE id or “security fix” during the embargo: the lint stops it; after publication the same lint demands it', async ({
  reporter,
  maintainer,
  clock,
}) => {
  const { reference } = await reporter.reportsVulnerability({
    project: 'Pedro',
    title: 'Template names escape the folder',
  })
  const sam = await maintainer('sam')
  await sam.opensCase(reference)
  await sam.acknowledges()
  await sam.writes('Message', 'Thank you, we look at it.')
  const early: [kind: string, text: string, found: string][] = [
    [
      'Pull request title or text',
      'Fix CVE-2026-12345',
      'Remove “CVE-2026-12345”: it names the vulnerability.',
    ],
    ['Branch name', 'fix-path-traversal', 'Remove “path-traversal”'],
    ['Commit message', 'Keep template names in the folder', 'it tells the title'],
    ['Release note', 'Tidy up.\n1.8.9 is a security fix.', '2:12 Remove “security'],
  ]
  for (const [kind, text, found] of early) {
    const form = await checks(sam, kind, text)
    await expect(form.getByRole('list', { name: 'Findings' }).getByText(found).first()).toBeVisible()
    await expect(form.getByText('Do not publish this yet')).toBeVisible()
    await expect(form.getByRole('textbox', { name: 'Text to check' })).toHaveValue(text)
  }
  await expect(
    (await checks(sam, 'Branch name', 'bump-the-lockfile')).getByText('Nothing found'),
  ).toBeVisible()

  // A release note that tells is not even kept; one that does not is what the release offers to copy.
  await sam.page.getByRole('link', { name: 'Edit the release note: with the patch release' }).click()
  const note = sam.page.locator('form#note-form-before')
  await note.getByRole('textbox', { name: 'Text of the release note' }).fill('{version} is a security fix.')
  await note.getByRole('button', { name: 'Save the release note' }).click()
  await expect(note.getByText('Remove “security').first()).toBeVisible()
  await note
    .getByRole('textbox', { name: 'Text of the release note' })
    .fill('{version} of {line} starts faster.')
  await note.getByRole('button', { name: 'Save the release note' }).click()
  await expect(note).toBeHidden()

  await sam.judges(['1.8.x'], 'Affected')
  await sam.judges(['main'], 'Not affected', 'The vulnerable code is not in it')
  await sam.classifies('Low', 'CWE-22')
  await sam.confirms('Seen on 1.8.2.')
  await sam.looksAt('Lines')
  await sam.page.getByRole('link', { name: 'Release 1.8.x' }).click()
  await sam.page.getByRole('textbox', { name: 'Version on 1.8.x with the fix' }).fill('1.8.9')
  await expect(sam.page.getByText('1.8.9 of 1.8.x starts faster.')).toBeVisible()
  await sam.page.getByRole('link', { name: 'Release 1.8.x' }).click()
  await sam.releases({ line: '1.8.x', version: '1.8.9', at: clock.formTime() })
  await sam.audits('The same folder.', 'Nothing.')
  await sam.writesAdvisory({ summary: 'S.', impact: 'I.', actions: 'A.' })
  await sam.schedules(clock.formTime(hourMs))
  await expect(sam.page.getByText('Scheduled for')).toBeVisible()
  clock.advance(hourMs)
  await sam.readsPublicPage()

  await sam.opensCase(reference)
  const silent = await checks(sam, 'Release note', '1.8.9 of 1.8.x starts faster.')
  await expect(silent.getByText('Say that this is a security fix')).toBeVisible()
  const plain = await checks(sam, 'Release note', '1.8.9 is a security fix. Update now.')
  await expect(plain.getByText('Nothing is missing.')).toBeVisible()
  await expect(sam.page.getByText(/^1\.8\.9 is a security fix\. Update now\.\s+Template names/)).toBeVisible()
})

test('what a fix still needs stands on the case: the checklist, and tasks with who does them', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Worked on' })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.looksAt('Fix')
  await mei.page.getByRole('link', { name: 'Add a task' }).click()
  const task = mei.page.locator('form#task')
  await task.getByRole('textbox', { name: 'What there is to do' }).fill('Ask for the second log file')
  await task.getByRole('button', { name: 'Add the task' }).click()
  const tasks = mei.page.getByRole('list', { name: 'Tasks' })
  await expect(tasks.getByText('Ask for the second log file').first()).toBeVisible()
  await mei.page.getByRole('button', { name: 'Tick (Tests that fail without the fix)' }).click()
  await expect(mei.page.getByText(`Ticked by ${mei.name}`)).toBeVisible()
})

test('a plan that overrules the policy needs its reason, which stands beside the line', async ({
  reporter,
  maintainer,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Marmotte', title: 'Overruled' })
  const mei = await maintainer('mei')
  await mei.opensCase(reference)
  await mei.acknowledges()
  await mei.looksAt('Lines')
  await mei.page.getByRole('link', { name: 'Several at once' }).click()
  const form = mei.page.locator('form#bulk')
  for (const line of ['1.2.x', '0.9.x'])
    await form.getByRole('checkbox', { name: new RegExp(`^${line} `) }).check()
  await form.getByRole('combobox', { name: 'What they get' }).selectOption({ label: 'Fix' })
  await form.getByRole('button', { name: 'Save these lines' }).click()
  await expect(form.getByText(/Say why 0\.9\.x gets something else than the policy proposes/)).toBeVisible()
  await form.getByRole('textbox', { name: 'Reason' }).fill('A third of the users are still there.')
  await form.getByRole('button', { name: 'Save these lines' }).click()
  await expect(form).toBeHidden()
  await expect(mei.line('0.9.x')).toContainText('A third of the users are still there.')
  await expect(mei.line('0.9.x')).toContainText('Policy proposed')
})

test('authorities are owed their notifications also when the case is closed, until somebody says why not', async ({
  reporter,
  maintainer,
  clock,
}) => {
  const { reference } = await reporter.reportsVulnerability({ project: 'Art of Tech', title: 'Exploited' })
  const aisha = await maintainer('aisha')
  await aisha.page.goto('/console/projects/art-of-tech/about')
  await aisha.page
    .getByRole('combobox', { name: 'For this software the team is' })
    .selectOption('manufacturer')
  await aisha.page.getByRole('button', { name: 'Save the role' }).click()
  await expect(aisha.page.getByRole('combobox', { name: 'For this software the team is' })).toHaveValue(
    'manufacturer',
  )
  await aisha.opensCase(reference)
  await aisha.acknowledges()
  await aisha.chooses('Record active exploitation')
  const form = aisha.page.locator('form#exploitation')
  await form.getByLabel('Date and time').fill(clock.formTime())
  await form.getByLabel('Time zone').selectOption('UTC')
  await form.getByRole('textbox', { name: 'What is known, and from where' }).fill('Seen in logs.')
  await form.getByRole('button', { name: 'Record active exploitation' }).click()
  await expect(
    aisha.page.getByRole('region', { name: 'Promises' }).getByText('EU: early warning', { exact: true }),
  ).toBeVisible()

  await aisha.opensCase(reference)
  await aisha.chooses('Close without a fix')
  const close = aisha.page.locator('form#close')
  await close.locator('input[value=not_reproducible]').check()
  await close.locator('textarea[name=explanation]').fill('We could not make it happen on any version.')
  await close.getByRole('button', { name: /^Close/ }).click()
  await expect(aisha.nextStep()).toContainText(
    'authorities are still owed: EU: early warning, EU: notification',
  )
  await aisha.nextStep().getByRole('link', { name: 'Record what was sent, or why nothing is' }).click()
  await aisha.page.getByText('Nothing has to be sent').first().click()
  const dismissal = aisha.page.locator('form#dismiss-cra_early_warning')
  await dismissal.getByRole('textbox', { name: 'Why nothing has to be sent' }).fill('It was a scanner.')
  await dismissal.getByRole('button', { name: 'Record as not owed (Early warning)' }).click()
  await expect(aisha.nextStep()).toContainText('authorities are still owed: EU: notification')
})
