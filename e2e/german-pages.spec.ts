import type { Page } from '@playwright/test'
import { de } from '@/domain/languages/de'
import { en } from '@/domain/languages/en'
import { expect, test } from './fixtures'

test.use({ deskKind: 'lively', locale: 'de-DE' })

type Messages = { readonly [key: string]: string | Messages }
const said = (messages: Messages): string[] =>
  Object.values(messages).flatMap((one) => (typeof one === 'string' ? [one] : said(one)))

/** Whole messages that are English alone. */
const german = new Set(said(de))
const english = new Set(said(en).filter((message) => !german.has(message) && !/[{<]/.test(message)))

/** Every page of the portal; for the reporter's own, the receipt of this browser decides whose. */
async function portalPages(page: Page): Promise<string[]> {
  await page.goto('/projects/marmotte')
  const latest = page
    .getByRole('region', { name: 'Neueste Sicherheitshinweise' })
    .getByRole('link', { name: /^(?!Feed$)/ })
  const advisory = new URL((await latest.first().getAttribute('href')) ?? '', page.url()).pathname
  return [
    '/',
    '/projects/marmotte',
    '/projects/mantoso',
    '/projects/dynamoose',
    '/projects/marmotte/acknowledgements',
    '/projects/pedro/acknowledgements',
    '/projects/art-of-tech/report',
    '/projects/marmotte/ask-before-testing',
    '/projects/marmotte/suggest-policy-change',
    '/projects/dynamoose/request-backport',
    '/projects/pedro/request-backport',
    '/receipt',
    '/my-reports',
    '/new-receipt',
    '/no-mail/none',
    advisory,
    `${advisory}/revisions/1`,
    '/no-such-page',
  ]
}

const ownStories = ['archive', 'session-cookie', 'queue-prefix', 'plugin-runs', 'preview', 'reset-link']

/** English messages on the page, in its texts and in what is read aloud. */
const inEnglish = async (page: Page): Promise<string[]> =>
  (
    await page.evaluate(() => {
      const texts: string[] = [document.title.replace(/ · [^·]+$/, '')]
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (!node.parentElement?.closest('script, style, [lang="en"]')) texts.push(node.textContent ?? '')
      for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
        for (const name of ['aria-label', 'title', 'placeholder'])
          texts.push(element.getAttribute(name) ?? '')
      return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
    })
  ).filter((text) => english.has(text))

async function troublesOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  // Not the window's own width: a phone makes that as wide as what sticks out.
  const room = page.viewportSize()?.width
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return [
    ...(await inEnglish(page)).map((text) => `${path} says “${text}”`),
    ...(width > room! ? [`${path} is ${width} wide in a window of ${room}`] : []),
  ]
}

test('no page of the portal says an English message to a German browser, or scrolls sideways @phone', async ({
  newReporter,
  desk,
}) => {
  test.slow()
  const reporter = await newReporter({ javaScriptEnabled: false })
  const { page } = reporter
  const found: string[] = []
  for (const path of await portalPages(page)) found.push(...(await troublesOf(page, path)))
  for (const story of ownStories) {
    await page.goto('/receipt')
    await page.getByRole('textbox', { name: 'Empfangsbeleg' }).fill(desk.story(story).receipt)
    await page.getByRole('button', { name: 'Meine Meldung oder Anfrage öffnen' }).click()
    await expect(page).toHaveURL(/\/report$/)
    found.push(...(await troublesOf(page, '/report')))
  }
  expect(found).toEqual([])
})
