import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { Maintainer } from './maintainer'

test.use({ deskKind: 'lively' })

const rows = (page: Page) => page.getByRole('table', { name: /^Cases/ }).getByRole('row')
const rowOf = (page: Page, title: string | RegExp) => rows(page).filter({ hasText: title })
const bar = (page: Page) => page.getByRole('group', { name: 'Chosen cases' })

/** The references of the first open cases nobody answers for, or of all open ones. */
async function references(page: Page, count: number): Promise<string[]> {
  await expect(rows(page).nth(1)).toBeVisible()
  const boxes = page.getByRole('checkbox', { name: /^Choose / })
  const names = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value))
  return names.slice(0, count)
}

/** Goes to the queue and waits until keys work. */
async function atQueue({ page }: Maintainer, path = '/console'): Promise<Page> {
  await page.goto(path)
  await expect(rows(page).nth(1)).toBeVisible()
  return page
}

test('a maintainer finds a case by words of its report and of a note, with the keyboard', async ({
  maintainer,
  desk,
}) => {
  const ana = await maintainer('aisha')
  const { reference } = desk.story('archive')
  await ana.page.goto(`/console/cases/${reference}?write=note`)
  await ana.page.locator('form#note').getByRole('textbox').fill('The quagga of this is in readZebra().')
  await ana.page.locator('form#note').getByRole('button', { name: /Save/ }).click()
  await expect(ana.page.getByRole('article').filter({ hasText: 'quagga' })).toBeVisible()

  const page = await atQueue(ana)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused()
  await page.keyboard.type('zebra Quagga')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=zebra\+Quagga/)
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).nth(1)).toContainText(reference)
  await expect(page.getByText('Cases that hold all of: zebra · quagga.')).toBeVisible()

  await page.getByRole('searchbox', { name: 'Search' }).fill('quagg')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No case here holds “quagg”')).toBeVisible()
  await expect(page.getByText('Words are found whole')).toHaveCount(2)
})

test('without scripts the search is a form, and a word nobody wrote is told with what to do @phone', async ({
  maintainer,
}) => {
  const { page } = await maintainer('aisha', { javaScriptEnabled: false })
  await page.goto('/console')
  await page.getByRole('searchbox', { name: 'Search' }).fill('archive')
  await page.getByRole('searchbox', { name: 'Search' }).press('Enter')
  await expect(rows(page).nth(1)).toContainText(/archive/i)
  await page.goto('/console?q=okapi&view=mine')
  await expect(page.getByText('Looked for all of these words: okapi.')).toBeVisible()
  await page.getByRole('link', { name: 'Search all cases' }).click()
  await expect(page).toHaveURL(/\?q=okapi$/)
})

test('the palette finds a case by a word of its texts', async ({ maintainer, desk }) => {
  const ana = await maintainer('aisha')
  const { reference } = desk.story('reset-link')
  await ana.page.goto(`/console/cases/${reference}?write=note`)
  await ana.page.locator('form#note').getByRole('textbox').fill('An aardvark did it.')
  await ana.page.locator('form#note').getByRole('button', { name: /Save/ }).click()
  await expect(ana.page.getByRole('article').filter({ hasText: 'aardvark' })).toBeVisible()
  const page = await atQueue(ana)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Words of a case').fill('aardvark')
  await page.getByRole('option', { name: reference }).click()
  await expect(page).toHaveURL(new RegExp(`/console/cases/${reference}`))
})

test('a maintainer chooses cases with the keyboard, tags them, and takes that back', async ({
  maintainer,
}) => {
  const ana = await maintainer('aisha')
  const page = await atQueue(ana, '/console?view=open')
  const [first = '', second = '', third = ''] = await references(page, 3)
  await page.keyboard.press('j')
  await expect(page.locator(`#case-${first}`)).toBeFocused()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(bar(page).getByText('3 chosen')).toBeVisible()
  for (const reference of [first, second, third])
    await expect(page.getByRole('checkbox', { name: `Choose ${reference}` })).toBeChecked()

  await page.keyboard.press('t')
  await page.getByRole('menuitem', { name: 'Another tag…' }).click()
  await expect(page).toHaveURL(/\/console\/change\?act=tag/)
  await page
    .getByRole('combobox', { name: 'Tag' })
    .or(page.getByRole('textbox', { name: 'Tag' }))
    .fill('bulk test')
  await page.getByRole('button', { name: 'Tag 3 cases' }).click()
  await expect(page.getByText('3 cases tagged.')).toBeVisible()
  await atQueue(ana, '/console?tag=Bulk%20test&view=all')
  await expect(rows(page)).toHaveCount(4)
  await expect(rowOf(page, first)).toContainText('bulk test')

  await page.keyboard.press('x')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await page.getByRole('checkbox', { name: `Choose ${first}` }).check()
  await page.keyboard.press('t')
  await page.getByRole('menuitem', { name: 'Take “bulk test” off' }).click()
  await ana.isTold(`${first} without the tag now.`)
  await expect(rows(page)).toHaveCount(3)
  await page.keyboard.press('z')
  await expect(rows(page)).toHaveCount(4)
})

test('a handler who was given a case by mistake is taken off again from the message in the corner', async ({
  maintainer,
}) => {
  const ana = await maintainer('aisha')
  const page = await atQueue(ana, '/console?view=unassigned')
  const [reference = ''] = await references(page, 1)
  await page.getByRole('checkbox', { name: `Choose ${reference}` }).check()
  await page.keyboard.press('c')
  await ana.isTold(`${ana.name} answers for ${reference} now.`)
  await expect(rowOf(page, reference)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await ana.isTold(`Undone. ${reference} given back to who answered before.`)
  await expect(rowOf(page, reference)).toBeVisible()
})

test('each message in the corner takes back its own change, and the key z the latest one that is left', async ({
  maintainer,
}) => {
  const ana = await maintainer('aisha')
  const page = await atQueue(ana, '/console?view=unassigned')
  const [first = '', second = ''] = await references(page, 2)
  for (const reference of [first, second]) {
    await page.getByRole('checkbox', { name: `Choose ${reference}` }).check()
    await page.keyboard.press('c')
    await ana.isTold(`${ana.name} answers for ${reference} now.`)
    await expect(rowOf(page, reference)).toHaveCount(0)
  }
  const told = page
    .getByRole('status')
    .locator('p')
    .filter({ hasText: `answers for ${first} now` })
  await told.getByRole('button', { name: 'Undo' }).click()
  await ana.isTold(`Undone. ${first} given back to who answered before.`)
  await expect(rowOf(page, first)).toBeVisible()
  await expect(rowOf(page, second)).toHaveCount(0)
  await page.keyboard.press('z')
  await ana.isTold(`Undone. ${second} given back to who answered before.`)
  await expect(rowOf(page, second)).toBeVisible()
  await page.keyboard.press('z')
  await ana.isTold('Nothing to undo.')
})

test('all keys are listed under ?', async ({ maintainer }) => {
  const ana = await maintainer('aisha')
  const page = await atQueue(ana)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  for (const does of [
    'Choose the case, or leave it out',
    'Undo what you did last',
    'Go anywhere, find a case',
    'Write an internal note',
  ])
    await expect(dialog.getByText(does)).toBeVisible()
})

test('every other page lists its keys under ? as well, and keeps to the switch', async ({ maintainer }) => {
  const { page } = await maintainer('aisha')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  for (const [path, keys] of [
    ['/console/calendar', ['Go anywhere, find a case']],
    ['/console/projects', ['Go anywhere, find a case']],
    ['/console/alerts', ['One before', 'Go anywhere, find a case']],
  ] as const) {
    await page.goto(path)
    // As soon as the page listens; while the list is open the key rests.
    await expect(async () => {
      await page.keyboard.press('?')
      await expect(dialog).toBeVisible({ timeout: 1_000 })
    }).toPass()
    for (const does of keys) await expect(dialog.getByText(does)).toBeVisible()
    await expect(dialog).toHaveCount(1)
    await expect(dialog.getByText('Take the case yourself')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await page.keyboard.press('?')
  await dialog.getByRole('checkbox', { name: 'Single keys do this' }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(dialog).toHaveCount(0)
})

test('the palette goes to every place there is for a person, and to no other', async ({ maintainer }) => {
  const { page } = await maintainer('aisha')
  await page.goto('/console/calendar')
  await page.keyboard.press('Control+k')
  const box = page.getByPlaceholder('Words of a case')
  const place = (name: string) => page.getByRole('group', { name: 'Places' }).getByRole('option', { name })
  for (const name of ['Requests', 'Notifications', 'Weaknesses', 'Your account'])
    await expect(place(name)).toHaveCount(1)
  for (const name of ['Incoming mail', 'Outbox', 'Jobs']) await expect(place(name)).toHaveCount(0)
  await box.fill('weakn')
  await place('Weaknesses').click()
  await expect(page.getByRole('heading', { name: 'Weaknesses' })).toBeVisible()
})

test('without scripts several cases are closed together after a question, and one is refused by name', async ({
  maintainer,
}) => {
  const ana = await maintainer('aisha')
  await atQueue(ana, '/console?view=unassigned')
  const [fresh = ''] = await references(ana.page, 1)
  const plain = await maintainer('aisha', { javaScriptEnabled: false })
  const { page } = plain
  await page.goto('/console?view=open')
  const handled = rows(page).filter({ hasText: ana.name }).first()
  const reference = await handled.getByRole('checkbox').inputValue()
  await handled.getByRole('checkbox').check()
  await page.getByRole('checkbox', { name: `Choose ${fresh}` }).check()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('heading', { name: '2 cases' })).toBeVisible()

  await page.getByRole('radio', { name: /^Out of scope/ }).check()
  await page.getByRole('textbox', { name: 'Explanation' }).fill('This part is not ours.')
  await page.getByRole('button', { name: 'Close 2 cases and tell the reporters' }).click()
  await expect(page.getByRole('alert')).toContainText('confirm that all of them are closed')
  await expect(page.getByRole('textbox', { name: 'Explanation' })).toHaveValue('This part is not ours.')
  await page.getByRole('checkbox', { name: /^Yes, close 2 cases/ }).check()
  await page.getByRole('button', { name: 'Close 2 cases and tell the reporters' }).click()
  await expect(page.getByText(`${reference} closed. The explanation went to the reporters.`)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: fresh })).toContainText(
    'Nobody answers for this case yet',
  )
})

test('from the menu of handlers a note goes along to whoever takes the chosen cases', async ({
  maintainer,
}) => {
  const ana = await maintainer('aisha')
  const page = await atQueue(ana, '/console?view=unassigned')
  const [reference = ''] = await references(page, 1)
  await page.getByRole('checkbox', { name: `Choose ${reference}` }).check()
  await page.keyboard.press('a')
  await page.getByRole('menuitem', { name: 'With a note…' }).click()
  await page
    .getByRole('combobox', { name: 'Who answers for them' })
    .selectOption({ label: `${ana.name} (you)` })
  await page.getByRole('textbox', { name: /^Note for them/ }).fill('The numbat is in the parser.')
  await page.getByRole('button', { name: `Assign ${reference}` }).click()
  await expect(page.getByText(`${reference} assigned.`)).toBeVisible()
  await page.goto(`/console/cases/${reference}`)
  await expect(page.getByRole('article').filter({ hasText: 'The numbat is in the parser.' })).toBeVisible()
})

test('without scripts an assignment is made for several cases and taken back by a button', async ({
  maintainer,
}) => {
  const plain = await maintainer('aisha', { javaScriptEnabled: false })
  const { page } = plain
  await page.goto('/console?view=unassigned')
  const box = page.getByRole('checkbox', { name: /^Choose / }).first()
  const reference = await box.inputValue()
  await box.check()
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await page
    .getByRole('combobox', { name: 'Who answers for them' })
    .selectOption({ label: `${plain.name} (you)` })
  await page.getByRole('textbox', { name: /^Note for them/ }).fill('Mine from here on.')
  await page.getByRole('button', { name: `Assign ${reference}` }).click()
  await expect(page.getByText(`${reference} assigned.`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(`${reference} given back to who answered before.`)).toBeVisible()
  await page.getByRole('link', { name: 'Back to the queue' }).click()
  await expect(page).toHaveURL(/view=unassigned/)
  await expect(rowOf(page, reference)).toBeVisible()
})
