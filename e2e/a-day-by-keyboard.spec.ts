import type { Locator, Page } from '@playwright/test'
import { demoPassword, team } from '@/scripts/demo/team'
import { busyTitles } from './busy-day'
import { expect, test } from './fixtures'
import { Keyboard, watchPointers } from './keyboard-alone'

test.use({ deskKind: 'busy' })

/** The row of a case in the queue. */
const rowOf = (page: Page, title: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: title }) })

const card = (page: Page): Locator => page.getByRole('region', { name: 'Next step' })

/** Goes down the queue to a case, one too far and back again. */
async function walksTo(keys: Keyboard, title: string): Promise<void> {
  const rows = keys.page.getByRole('table').getByRole('row')
  const link = keys.page.getByRole('link', { name: title })
  for (let steps = 0; steps < (await rows.count()); steps++) {
    await keys.press('j')
    if (await link.evaluate((element) => element === document.activeElement)) break
  }
  await keys.isOn(link)
  await keys.press('j')
  await keys.press('k')
  await keys.isOn(link)
}

/** Goes back to the queue, where the case one worked on is selected. */
async function goesBack(keys: Keyboard, title: string): Promise<void> {
  await keys.press('q')
  await keys.isOn(keys.page.getByRole('link', { name: title }))
}

/** From anywhere on the page of a case to what its next step asks for. */
async function goesOn(keys: Keyboard, nextStep: string): Promise<void> {
  await keys.press('g')
  await keys.isOn(card(keys.page).getByRole('link', { name: nextStep }))
  await keys.press('Enter')
}

test('a day in the life end to end in Chromium by keyboard alone: 30 open cases, three taken to their next step without one mouse event', async ({
  newBrowser,
  desk,
}) => {
  const context = await newBrowser()
  const pointed = await watchPointers(context)
  const page = await context.newPage()
  const keys = new Keyboard(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  await keys.takes(8, 'sign in', async () => {
    await page.goto('/sign-in')
    await keys.tabsTo(page.locator('form#sign-in').getByRole('textbox', { name: 'Mail address' }))
    await keys.types(team.mei.address)
    await keys.press('Tab')
    await keys.types(demoPassword)
    await keys.press('Enter')
    await expect(page).toHaveURL(`${desk.url}/console`)
  })
  await expect(page.getByRole('link', { name: /^Open/ })).toContainText('30')

  await keys.takes(3, 'which keys there are', async () => {
    await keys.press('j')
    await keys.isOn(page.locator('tbody').getByRole('row').first().getByRole('link').first())
    await keys.press('?')
    await expect(page.getByRole('dialog')).toContainText('Take the case yourself')
    await keys.press('Escape')
    await keys.isOn(page.locator('tbody').getByRole('row').first().getByRole('link').first())
  })

  await test.step('a fresh report is taken and acknowledged with words to its reporter', async () => {
    const title = busyTitles.fresh
    const row = rowOf(page, title)
    await expect(row).toContainText('Received')
    await expect(row).toContainText('Acknowledge ·')
    await keys.takes(20, 'walk to the fresh report and take it', async () => {
      await walksTo(keys, title)
      await keys.press('c')
      await expect(row).toContainText(team.mei.name)
      await keys.isOn(page.getByRole('link', { name: title }))
    })
    await keys.takes(6, 'acknowledge it with words', async () => {
      await keys.press('Enter')
      await keys.isOn(card(page))
      await keys.press('r')
      await keys.isOn(page.getByRole('textbox', { name: 'Text' }))
      await keys.types('Thank you. We have read it and look at it today.')
      await keys.tabsTo(button('Send to reporter'))
      await keys.press('Enter')
      await expect(page.getByRole('article').filter({ hasText: 'look at it today' })).toBeVisible()
      await keys.isOn(card(page))
      await expect(card(page).getByRole('link', { name: 'Classify the severity' })).toBeVisible()
    })
    await keys.takes(1, 'back to the queue', async () => {
      await goesBack(keys, title)
      await expect(row).toContainText('Acknowledged')
      await expect(row).toContainText(team.mei.name)
      await expect(row).toContainText('Respond ·')
    })
  })

  await test.step('an acknowledged case is classified and confirmed with its affected lines', async () => {
    const title = busyTitles.acknowledged
    const row = rowOf(page, title)
    await expect(row).toContainText('Unrated')
    await keys.takes(2, 'go anywhere: to the acknowledged case', async () => {
      await keys.press('Control+k')
      await keys.isOn(page.getByRole('combobox', { name: 'Go anywhere' }))
      await keys.types(desk.story('acknowledged').reference)
      await expect(page.getByRole('option', { selected: true })).toContainText(title)
      await keys.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await keys.isOn(card(page))
    })
    await keys.takes(14, 'classify the severity', async () => {
      await goesOn(keys, 'Classify the severity')
      await keys.tabsTo(page.getByRole('combobox', { name: 'Rating alone' }))
      await keys.types('High')
      await keys.tabsTo(page.getByRole('textbox', { name: /^Weaknesses/ }))
      await keys.types('CWE-400')
      await keys.tabsTo(button('Classify'))
      await keys.press('Enter')
      await expect(card(page).getByRole('link', { name: 'Mark the affected lines' })).toBeVisible()
      await keys.isOn(page.locator(':focus'))
    })
    await keys.takes(18, 'mark the affected lines', async () => {
      await goesOn(keys, 'Mark the affected lines')
      await keys.tabsTo(page.getByRole('link', { name: 'Several at once' }))
      await keys.press('Enter')
      for (const line of ['1.2.x', '1.1.x']) {
        await keys.tabsTo(page.locator('form#bulk').getByRole('checkbox', { name: new RegExp(`^${line} `) }))
        await keys.press('Space')
      }
      await keys.tabsTo(button('Save these lines'))
      await keys.press('Enter')
      await keys.isOn(card(page))
    })
    await keys.takes(8, 'confirm the vulnerability', async () => {
      await goesOn(keys, 'Confirm the vulnerability')
      await keys.isOn(page.getByRole('region', { name: 'Confirm the vulnerability' }))
      await keys.tabsTo(page.getByRole('textbox', { name: 'How it was reproduced' }))
      await keys.types('Imported a file with a name of 4096 letters on 1.2.5.')
      await keys.press('Tab')
      await keys.isOn(button('Confirm the vulnerability'))
      await keys.press('Enter')
      await keys.isOn(card(page))
    })
    await keys.takes(1, 'back to the queue', async () => {
      await goesBack(keys, title)
      await expect(row).toContainText(/Confirmed|Fixing/)
      await expect(row).toContainText('High')
      await expect(row).toContainText(team.mei.name)
    })
  })

  await test.step('a case goes from its plan to a patch release', async () => {
    const title = busyTitles.planned
    const row = rowOf(page, title)
    await keys.takes(3, 'search for the planned case and open it', async () => {
      await keys.press('/')
      await keys.types(desk.story('planned').reference)
      await keys.press('Enter')
      await expect(page.locator('tbody').getByRole('row')).toHaveCount(1)
      await keys.isOn(page.getByRole('link', { name: title }))
      await expect(row).not.toContainText('Released')
      await keys.press('Enter')
      await keys.isOn(card(page))
    })
    await keys.takes(22, 'record the patch release', async () => {
      await goesOn(keys, 'Release the fix on 1.2.x')
      await keys.tabsTo(page.getByRole('link', { name: 'Release 1.2.x' }))
      await keys.press('Enter')
      const form = page.locator('form[id^=release-]')
      await keys.tabsTo(form.getByRole('textbox', { name: 'Version on 1.2.x with the fix' }))
      await keys.types('1.2.6')
      await keys.tabsTo(form.getByLabel('Date and time'))
      // The eleventh of the eleventh at eleven past eleven: the same in the order and the clock of every language.
      await keys.types('11112026')
      await keys.press('ArrowRight')
      await keys.types('1111a')
      await expect(form.getByLabel('Date and time')).toHaveValue('2026-11-11T11:11')
      await keys.tabsTo(form.getByLabel('Time zone'))
      await keys.types('UTC')
      await keys.tabsTo(form.getByRole('textbox', { name: 'Link to the release' }))
      await keys.types('https://git.example.org/marmotte/releases/1.2.6')
      await keys.tabsTo(button('Record the release'))
      await keys.press('Enter')
      await keys.isOn(card(page))
      await expect(card(page)).toContainText('Record the audit for similar problems')
    })
    await keys.takes(1, 'back to what was searched for', async () => {
      await goesBack(keys, title)
      await expect(row).toContainText('Released')
      await expect(row).toContainText(team.mei.name)
      await expect(page.getByRole('img', { name: /1\.2\.x: .* in 1\.2\.6/ })).toBeVisible()
    })
  })

  expect(pointed).toEqual([])
})
