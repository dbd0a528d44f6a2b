import type { Page } from '@playwright/test'
import { hostileStrings } from '@/test/hostile/strings'
import { DeskServer } from './desk'
import { expect, test } from './fixtures'

// A desk of its own: what is posted here is taken, and nobody else should meet it.
let desk: DeskServer
test.beforeAll(async () => {
  desk = await DeskServer.start('lively')
})
test.afterAll(() => desk.stop())

interface PostedForm {
  id: string
  /** As a browser without scripts would send it. */
  fields: [string, string][]
  /** The fields a person types into. */
  texts: string[]
}

/** Every form of a page that somebody types into. */
const formsOf = (page: Page): Promise<PostedForm[]> =>
  page.locator('form').evaluateAll((forms) =>
    (forms as HTMLFormElement[]).map((form) => ({
      id: form.id.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '*'),
      fields: [...new FormData(form)].map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : '',
      ]),
      texts: [...form.elements]
        .filter(
          (element): element is HTMLInputElement | HTMLTextAreaElement =>
            (element instanceof HTMLInputElement &&
              !['hidden', 'file', 'radio', 'checkbox', 'submit'].includes(element.type)) ||
            element instanceof HTMLTextAreaElement,
        )
        .map(({ name }) => name),
    })),
  )

const secret = /password|token|receipt/i
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
/** The text of a page as a reader of HTML takes it. */
const readText = (html: string) =>
  html
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot));/gi, (_, hex, decimal, name) =>
      name ? named[name as string]! : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\r\n?/g, '\n')

let turn = 0
let refused = 0
/** Posts each form of a page with a few hostile strings in each field, everything else as it stands; all strings have their turn. */
async function postsForms(page: Page, path: string): Promise<string[]> {
  await page.goto(desk.url + path)
  const forms = (await formsOf(page)).filter(({ texts }) => texts.length > 0)
  for (const { id, fields, texts } of forms)
    for (const text of texts)
      for (let n = 0; n < 3; n++) {
        // What is sent must fit into what any page takes; the longest ones are for the commands' own test.
        let typed = hostileStrings[turn++ % hostileStrings.length]!
        while (typed.length > 60_000) typed = hostileStrings[turn++ % hostileStrings.length]!
        const form = new FormData()
        for (const [name, value] of fields) form.append(name, name === text ? typed : value)
        if (!form.has(text)) form.append(text, typed)
        const answer = await page.context().request.post(desk.url + path, {
          multipart: form,
          maxRedirects: 0,
          headers: { 'x-forwarded-for': `198.51.100.${turn % 250}` },
        })
        const where = `${path} ${id} ${text} = ${JSON.stringify(typed).slice(0, 80)}`
        expect(answer.status(), where).toBeLessThan(500)
        const html = await answer.text()
        const isRefused = html.includes('role="alert"')
        if (isRefused) refused += 1
        if (isRefused && !secret.test(text))
          expect(readText(html).includes(Buffer.from(typed).toString().replace(/\r\n?/g, '\n')), where).toBe(
            true,
          )
      }
  return forms.map(({ id }) => id)
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('no form that anybody may send fails on a hostile text, or loses it', async ({ page }) => {
    test.slow()
    const found: string[] = []
    for (const path of [
      '/projects/pedro/report',
      '/projects/pedro/ask-before-testing',
      '/projects/pedro/suggest-policy-change',
      '/projects/dynamoose/request-backport',
      '/receipt',
      '/my-reports',
      '/no-mail/none',
      '/sign-in',
      '/sign-in/link',
      '/new-receipt',
    ])
      found.push(...(await postsForms(page, path)))
    expect(found.length).toBeGreaterThan(7)
    expect(refused).toBeGreaterThan(20)
    expect(found).toEqual(expect.arrayContaining(['report', 'find-report', 'lost-receipt']))
  })

  test('no form of a reporter’s own page fails on a hostile text, or loses it', async ({ page }) => {
    test.slow()
    await page.goto(`${desk.url}/receipt`)
    await page.getByRole('textbox', { name: 'Receipt' }).fill(desk.story('session-cookie').receipt)
    await page.getByRole('button', { name: 'Open my report' }).click()
    await expect(page).toHaveURL(`${desk.url}/report`)
    const found = await postsForms(page, '/report')
    expect(found).toEqual(
      expect.arrayContaining(['reply', 'own-terms', 'own-credit', 'more-terms', 'withdraw']),
    )
  })
})
