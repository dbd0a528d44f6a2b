import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** Presses Tab until that is where the keyboard is; everything on the way can be left again. */
async function tabsTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const shown = await target.evaluate((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      expect(shown, `where the keyboard is shows: ${target}`).toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard never reached ${target}.`)
}

test('a reporter reports and comes back with the keyboard alone', async ({ reporter }) => {
  const { page } = reporter
  await page.goto('/projects/mantoso')
  await tabsTo(page, page.getByRole('link', { name: 'Report a vulnerability', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Report a vulnerability', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send the report' })).toBeVisible()

  const typing: [RegExp, string][] = [
    [/^Title/, 'Found with the keyboard'],
    [/^Description/, 'A path that begins with two dots is joined to the folder without any check.'],
    [/^Impact/, 'Whoever sends such a request reads files of the server.'],
    [/^Steps/, 'One. Two. Three.'],
  ]
  for (const [name, text] of typing) {
    await tabsTo(page, page.getByRole('textbox', { name }))
    await page.keyboard.type(text)
  }
  const anonymous = page.getByRole('radio', { name: 'As “Anonymous”' })
  await tabsTo(page, page.getByRole('radio', { name: /^By name/ }))
  await page.keyboard.press('ArrowDown')
  await expect(anonymous).toBeChecked()
  await tabsTo(page, page.getByRole('button', { name: 'Send the report' }))
  await page.keyboard.press('Enter')
  await reporter.receives()

  await tabsTo(page, page.getByRole('link', { name: 'Go to my report' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Found with the keyboard' })).toBeVisible()
  await tabsTo(page, page.getByRole('textbox', { name: 'Write to the team' }))
  await page.keyboard.type('And one thing more.')
  await tabsTo(page, page.getByRole('button', { name: 'Send to the team' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'And one thing more.' })).toBeVisible()
})

test('what is missing is reached from the list of errors with the keyboard alone', async ({ reporter }) => {
  const { page } = reporter
  await page.goto('/projects/mantoso/report')
  await tabsTo(page, page.getByRole('button', { name: 'Send the report' }))
  await page.keyboard.press('Enter')
  await expect(reporter.refusal()).toBeVisible()
  await tabsTo(page, reporter.refusal().getByRole('link').first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /^Title/ })).toBeFocused()
})
