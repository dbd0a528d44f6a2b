import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { enters, tabsTo, types, walks } from './keyboard'
import { unvisited } from './page-folders'
import { announcedAdvisory, mailedLink, opens, opensOwnPages, publicPages } from './portal-pages'

test.use({ deskKind: 'lively' })

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true })
const box = (page: Page, name: RegExp) => page.getByRole('textbox', { name })
const level1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 })

test('Tab walks through every page of the portal from top to bottom: each stop is seen, none is missed, none holds it', async ({
  reporter: { page },
  desk,
}) => {
  test.slow()
  // In one column, so that further down the page is also further on.
  await page.setViewportSize({ width: 390, height: 844 })
  const walked = new Set<string>()
  const wrong: string[] = []
  const walk = async (path: string) => {
    await opens(page, path)
    wrong.push(...(await walks(page, path)))
    walked.add(path)
  }
  for (const path of publicPages(await announcedAdvisory(page))) await walk(path)
  await opensOwnPages({ page, desk, reports: ['search-titles'] }, walk)
  expect(wrong).toEqual([])
  expect(unvisited('portal', walked)).toEqual([])
})

test('a reporter reports, comes back and withdraws with the keyboard alone', async ({ reporter }) => {
  const { page } = reporter
  await page.goto('/')
  await enters(page, link(page, 'Mantoso'))
  await enters(page, link(page, 'Report a vulnerability'))
  await expect(level1(page, 'Report a vulnerability')).toBeVisible()
  await expect(button(page, 'Send the report')).toBeVisible()

  const typing: [RegExp, string][] = [
    [/^Title/, 'Found with the keyboard'],
    [/^Description/, 'A path that begins with two dots is joined to the folder without any check.'],
    [/^Impact/, 'Whoever sends such a request reads files of the server.'],
    [/^Steps/, 'One. Two. Three.'],
  ]
  for (const [name, text] of typing) {
    await tabsTo(page, box(page, name))
    await page.keyboard.type(text)
  }
  const anonymous = page.getByRole('radio', { name: 'As “Anonymous”' })
  await tabsTo(page, page.getByRole('radio', { name: /^By name/ }))
  await page.keyboard.press('ArrowDown')
  await expect(anonymous).toBeChecked()
  await enters(page, button(page, 'Send the report'))
  await reporter.receives()

  await enters(page, link(page, 'Go to my report'))
  await expect(level1(page, 'Found with the keyboard')).toBeVisible()
  await types(page, box(page, /^Write to the team/), 'And one thing more.')
  await enters(page, button(page, 'Send to the team'))
  await expect(page.getByRole('listitem').filter({ hasText: 'And one thing more.' })).toBeVisible()

  await enters(page, page.locator('summary', { hasText: 'Withdraw the report' }))
  await types(page, page.locator('form#withdraw').getByRole('textbox'), 'It was my own mistake.')
  await tabsTo(page, page.getByRole('checkbox', { name: 'Yes, I withdraw this report' }))
  await page.keyboard.press('Space')
  await enters(page, button(page, 'Withdraw the report'))
  await expect(page.getByText('Closed without a fix: withdrawn by the reporter')).toBeVisible()
  await enters(page, button(page, 'Leave'))
  await expect(level1(page, 'Find my report')).toBeVisible()
})

test('what is missing is reached from the list of errors with the keyboard alone', async ({ reporter }) => {
  const { page } = reporter
  await page.goto('/projects/mantoso/report')
  await enters(page, button(page, 'Send the report'))
  await expect(reporter.refusal()).toBeVisible()
  await enters(page, reporter.refusal().getByRole('link').first())
  await expect(box(page, /^Title/)).toBeFocused()
})

test('with the keyboard alone somebody reads an advisory, its first version and whom a project thanks, in the language they choose', async ({
  reporter: { page },
}) => {
  const advisory = await announcedAdvisory(page)
  await page.goto('/')
  await enters(page, link(page, 'Marmotte'))
  await enters(page, page.locator(`a[href="${advisory}"]`).first())
  await expect(page).toHaveURL(new RegExp(`${advisory}$`))
  await page.goto(`${advisory}/revisions/1`)
  await enters(page, page.getByRole('main').getByRole('link').first())
  await page.goto('/projects/marmotte')
  await enters(page, page.locator('a[href$="/acknowledgements"]').first())
  await expect(page).toHaveURL(/\/acknowledgements$/)
  await enters(page, button(page, 'Deutsch'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await enters(page, button(page, 'English'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await enters(page, button(page, 'Dark'))
  await expect(button(page, 'Dark')).toHaveAttribute('aria-pressed', 'true')
})

test('with the keyboard alone somebody asks before testing, suggests a change of the policy, and asks for a backport', async ({
  reporter: { page },
  desk,
}) => {
  await page.goto('/projects/marmotte')
  await enters(page, link(page, 'Ask before testing'))
  for (const name of [/^What you want/, /^Where/, /^When/, /^How/])
    await types(page, box(page, name), 'Soon.')
  await enters(page, button(page, 'Ask the team'))
  await enters(page, link(page, 'Go to my request'))
  await expect(page.getByText('This request waits for the team')).toBeVisible()
  await enters(page, button(page, 'Leave'))
  await expect(level1(page, 'Find my report')).toBeVisible()

  await page.goto('/projects/marmotte')
  await enters(page, page.locator('a[href$="/suggest-policy-change"]').first())
  await tabsTo(page, page.getByRole('combobox', { name: 'Which part you mean' }))
  await page.keyboard.press('ArrowDown')
  await types(page, box(page, /^What it should say/), 'Three days, not two.')
  await types(page, box(page, /^Why/), 'Weekends.')
  await enters(page, button(page, 'Send the suggestion'))
  await expect(page.getByRole('heading', { name: 'Your request has arrived' })).toBeVisible()

  await page.goto(`/projects/dynamoose/advisories/${desk.story('a backport').reference}`)
  await enters(page, page.getByRole('link', { name: 'Ask for a backport' }))
  await tabsTo(page, page.getByRole('combobox', { name: 'Which older line' }))
  await page.keyboard.press('ArrowDown')
  await enters(page, button(page, 'Ask for the backport'))
  await enters(page, link(page, 'Go to my request'))
  await expect(page.getByText('This request waits for you')).toBeVisible()
  await types(page, box(page, /^What the newer line breaks/), '4.1 drops callbacks.')
  await types(page, box(page, /^What shows it/), 'https://ci.example.org/acme/failing')
  await enters(page, button(page, 'Save and tell the team'))
  await expect(page.getByText('This request waits for the team')).toBeVisible()
})

test('with the keyboard alone a reporter opens a report by its receipt, verifies a fix, agrees on dates, corrects the credit and comments on the draft', async ({
  reporter,
  desk,
}) => {
  const { page } = reporter
  await page.goto('/receipt')
  await types(page, box(page, /^Receipt/), desk.story('search-titles').receipt)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/report$/)

  const verify = page.locator('form[id^=verify-]')
  await tabsTo(page, verify.getByRole('radio').first())
  await page.keyboard.press('Space')
  await types(page, verify.getByRole('textbox'), 'With two accounts.')
  await enters(page, verify.getByRole('button', { name: 'Tell the team' }))
  await expect(page.getByRole('heading', { name: 'Verify the fix' })).toBeHidden()

  const proposed = page.getByRole('list', { name: 'Proposed dates' })
  await types(page, proposed.getByRole('textbox'), 'That is too late for me.')
  await enters(page, button(page, 'Decline'))
  await expect(proposed).toContainText('declined')
  const propose = page.locator('form#propose-date')
  await tabsTo(page, propose.getByLabel('Date and time'))
  await page.keyboard.type('12122026')
  await page.keyboard.press('Tab')
  await page.keyboard.type('0900AM')
  await enters(page, propose.getByRole('button'))
  await expect(proposed).toContainText(/You proposed/)

  const terms = page.locator('form#own-terms')
  await tabsTo(page, terms.getByLabel('Date and time'))
  for (let part = 0; part < 5; part++) {
    await page.keyboard.press('Delete')
    await page.keyboard.press('ArrowRight')
  }
  await types(page, box(page, /^Or so many days/), 'soon')
  await enters(page, button(page, 'Save the date'))
  await enters(page, reporter.refusal().getByRole('link').first())
  await types(page, box(page, /^Or so many days/), '60')
  await enters(page, button(page, 'Save the date'))
  await expect(reporter.refusal()).toBeHidden()

  const credit = page.locator('form#own-credit')
  await enters(page, credit.locator('summary'))
  const byName = credit.getByRole('radio', { name: 'By name or handle' })
  await tabsTo(page, credit.getByRole('radio', { checked: true }))
  for (let presses = 0; presses < 3 && !(await byName.isChecked()); presses++)
    await page.keyboard.press('ArrowDown')
  await types(page, credit.getByRole('textbox', { name: /^Name for the credit/ }), 'R. Okafor')
  await enters(page, credit.getByRole('button', { name: 'Save the credit' }))
  await expect(page.getByText('Credit: R. Okafor')).toBeVisible()
  const more = page.locator('form#more-terms')
  await enters(page, more.locator('summary'))
  await types(page, more.getByRole('textbox', { name: /^Your own number/ }), 'VR-7')
  await enters(page, more.getByRole('button'))
  await expect(page.getByText('yours: VR-7')).toBeVisible()
  const news = page.locator('form#news')
  await enters(page, news.locator('summary'))
  await tabsTo(page, news.getByRole('radio', { checked: true }))
  await page.keyboard.press('ArrowDown')
  await enters(page, news.getByRole('button'))
  await expect(news.getByText('Saved.')).toBeVisible()
  await types(page, box(page, /^Your OpenPGP public key/), 'not a key')
  await enters(page, button(page, 'Give this key'))
  await expect(reporter.refusal()).toBeVisible()

  await page.goto('/report')
  await enters(page, link(page, 'Read it and comment'))
  await types(page, box(page, /^Your comment on version/), 'It says too much.')
  await enters(page, button(page, 'Send the comment'))
  await expect(page.getByText('✓ Sent. The team is told.')).toBeVisible()
})

test('with the keyboard alone a list of reports is opened by mail, a lost receipt replaced, and the mails ended', async ({
  reporter: { page },
  desk,
}) => {
  await page.goto('/my-reports')
  await types(page, box(page, /^Mail address/), 'typist@example.test')
  await enters(page, button(page, 'Mail me a link'))
  await page.goto(await mailedLink(desk, 'typist@example.test', /link to your reports/))
  await enters(page, button(page, 'Open my reports'))
  await types(page, box(page, /^Receipt/), desk.story('queue-prefix').receipt)
  await enters(page, button(page, 'Put it on my list'))
  await enters(page, button(page, /^Open A queue name/))
  await expect(level1(page, /^A queue name/)).toBeVisible()
  await page.goto('/my-reports')
  await enters(page, button(page, /^Take off A queue name/))
  await expect(page.getByText('No report is on your list')).toBeVisible()
  await enters(page, button(page, 'Close the list'))
  await expect(button(page, 'Mail me a link')).toBeVisible()

  await page.goto('/receipt')
  await enters(page, page.locator('summary', { hasText: 'I lost my receipt' }))
  await types(page, box(page, /^Mail address/), 'pilar@example.org')
  await enters(page, button(page, 'Mail me a link'))
  await page.goto(await mailedLink(desk, 'pilar@example.org', /way back to your report/))
  await enters(page, button(page, 'Make a new receipt'))
  await expect(page.getByTestId('receipt')).toBeVisible()

  await page.goto('/no-mail/none')
  await enters(page, button(page, 'Stop these mails'))
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
})
