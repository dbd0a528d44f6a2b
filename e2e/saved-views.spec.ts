import { expect, test } from './fixtures'

test.use({ deskKind: 'lively' })

test('a maintainer keeps a search as a view, goes to it by the palette, renames it, removes it and takes that back', async ({
  maintainer,
}) => {
  const ana = await maintainer('aisha')
  const { page } = ana
  await page.goto('/console?view=all&q=archive')
  await page.getByText('Keep this view').click()
  await page.locator('form#keep-view').getByRole('textbox', { name: 'Name' }).fill('Archives')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await ana.isTold('The view “Archives” is kept.')
  const views = page.getByRole('navigation', { name: 'Views' })
  await expect(views.getByRole('link', { name: 'Archives' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archives')

  await page.goto('/console')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Words of a case').fill('archives')
  await page.getByRole('option', { name: 'Archives', exact: true }).click()
  await expect(page).toHaveURL(/view=all&q=archive/)

  await page.goto('/console/views')
  await expect(page.getByText('All cases · search for “archive”')).toBeVisible()
  await page.getByText('Rename or remove “Archives”').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Old archives')
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('link', { name: 'Old archives' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await ana.isTold('“Old archives” is removed.')
  await expect(page.getByRole('link', { name: 'Old archives' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Old archives' })).toBeVisible()
})

test('without scripts a view is shared with a team, seen by another of it, ordered, removed and brought back @phone', async ({
  maintainer,
}) => {
  const plain = await maintainer('aisha', { javaScriptEnabled: false })
  const { page } = plain
  for (const [name, q] of [
    ['Tokens of all', 'token'],
    ['Archives of all', 'archive'],
  ] as const) {
    await page.goto(`/console?q=${q}`)
    await page.getByText('Keep this view').click()
    await page.locator('form#keep-view').getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('combobox', { name: 'For whom' }).selectOption({ label: 'The team of Marmotte' })
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(page.getByText(`The view “${name}” is kept.`)).toBeVisible()
  }
  await page.goto('/console/views')
  const shared = page.getByRole('region', { name: 'Shared' })
  await expect(shared.getByRole('link')).toHaveText(['Tokens of all', 'Archives of all'])
  await page.getByRole('button', { name: 'Move “Archives of all” up' }).click()
  await expect(shared.getByRole('link')).toHaveText(['Archives of all', 'Tokens of all'])

  const item = shared.getByRole('listitem').filter({ hasText: 'Tokens of all' })
  await item.getByText('Rename or remove').click()
  await item.getByRole('button', { name: 'Remove for the whole team' }).click()
  await expect(shared.getByRole('link')).toHaveText(['Archives of all'])
  await page.getByRole('button', { name: 'Bring “Tokens of all” back' }).click()
  await expect(shared.getByRole('link')).toHaveText(['Archives of all', 'Tokens of all'])

  const other = await maintainer('mei')
  await other.page.goto('/console/views')
  await expect(other.page.getByRole('link', { name: 'Archives of all' })).toBeVisible()
})
