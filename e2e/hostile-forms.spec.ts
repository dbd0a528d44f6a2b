import type { Page } from '@playwright/test'
import { dayMs } from '@/lib/instant'
import { hostileStrings } from '@/test/hostile/strings'
import { portalForms } from '@/test/portal-forms'
import { makeKeyPair } from '@/test/openpgp-key'
import { DeskServer } from './desk'
import { expect, test } from './fixtures'
import { announcedAdvisory, mailedLink, opensOwnPages, publicPages } from './portal-pages'
import { Reporter } from './reporter'

// A desk of its own: what is posted here is taken, and nobody else should meet it.
let desk: DeskServer
test.beforeAll(async () => {
  desk = await DeskServer.start('lively')
})
test.afterAll(() => desk.stop())

interface PostedForm {
  id: string
  action: string
  isPost: boolean
  /** As a browser without scripts would send it; every button's name as well. */
  fields: [string, string][]
  /** The fields a person types into. */
  texts: string[]
  /** Those for files. */
  files: string[]
}

/** Every form of a page. */
const formsOf = (page: Page): Promise<PostedForm[]> =>
  page.locator('form').evaluateAll((forms) =>
    (forms as HTMLFormElement[]).map((form) => {
      const named = [...form.elements].filter(
        (element): element is HTMLInputElement =>
          'name' in element && element.name !== '' && !(element instanceof HTMLFieldSetElement),
      )
      const texts = named.filter(
        ({ type, tagName }) =>
          tagName === 'TEXTAREA' ||
          (tagName === 'INPUT' &&
            !['hidden', 'file', 'radio', 'checkbox', 'submit', 'button'].includes(type)),
      )
      return {
        id: form.id.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/, '*'),
        action: form.getAttribute('action') ?? '',
        isPost: form.method === 'post',
        fields: [
          ...[...new FormData(form)].map(([name, value]): [string, string] => [
            name,
            typeof value === 'string' ? value : '',
          ]),
          ...named
            .filter(({ type }) => ['radio', 'checkbox', 'submit'].includes(type))
            .map(({ name }): [string, string] => [name, '']),
        ].filter(([name, value], at, all) => value !== '' || all.findIndex(([one]) => one === name) === at),
        texts: texts.map(({ name }) => name),
        files: named.filter(({ type }) => type === 'file').map(({ name }) => name),
      }
    }),
  )

const shown = (text: string) => JSON.stringify(text).slice(0, 80)
const secret = /password|token|receipt/i
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
/** The text of a page as a reader of HTML takes it. */
const readText = (html: string) =>
  html
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot));/gi, (_, hex, decimal, name) =>
      name ? named[name as string]! : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\r\n?/g, '\n')

/** All but the longest, which are for the commands' own test: what is sent must fit into what any page takes. */
const strings = hostileStrings.filter((text) => text.length <= 20_000)
/** A private key is never given back, so it is sent by itself. */
const privateKeys = strings.filter((text) => text.includes('PRIVATE KEY'))
const together = strings.filter((text) => !privateKeys.includes(text) && text.length < 1000)
/** All of them in one text, longer than any field takes, so that it is refused and must come back whole. */
const tooLong = `${together.join('\n')}\n${'And so on. '.repeat(8_000)}`
/** All of them in a few texts that the longer fields take. */
const packs = [0, 1, 2].map((part) => together.filter((_, at) => at % 3 === part).join(' '))

let client = 0
let turn = 0
/** The next of all, going round. */
const single = () => strings[turn++ % strings.length]!

/** Posts a form of a page as a browser without scripts does, from another place each time. */
async function posts(
  page: Page,
  path: string,
  { action, isPost, fields }: PostedForm,
  given: [string, string | File],
) {
  const [changed, value] = given
  const form = new FormData()
  for (const [name, kept] of fields) if (name !== changed) form.append(name, kept)
  form.append(changed, value)
  client += 1
  const options = { maxRedirects: 0, headers: { 'x-forwarded-for': `198.51.100.${client % 250}` } }
  const target = action === '' ? path : action
  if (!isPost)
    return page
      .context()
      .request.get(desk.url + target, { ...options, params: { [changed]: String(value).slice(0, 4000) } })
  return page.context().request.post(desk.url + target, { ...options, multipart: form })
}

const posted = new Set<string>()
let refused = 0
/** Gives every field of every form of a page hostile texts, everything else as it stands; each form once. */
async function postsForms(page: Page, path: string, except = ''): Promise<void> {
  await page.goto(path)
  const held = await page.context().cookies()
  const tries = async (form: PostedForm, field: string, value: string | File): Promise<string> => {
    const answer = await posts(page, path, form, [field, value])
    const what = value instanceof File ? value.name : value
    expect(answer.status(), `${path} ${form.id} ${field} = ${shown(what)}`).toBeLessThan(500)
    // A form that leaves or closes something has done so; here nothing is over yet.
    if (answer.headers()['set-cookie']) await page.context().addCookies(held)
    return answer.text()
  }
  for (const form of await formsOf(page)) {
    const { id, fields, texts, files } = form
    const key = [id, ...texts].join(' ')
    if (id === except || posted.has(key)) continue
    posted.add(key)
    const chosen = fields.map(([name]) => name).filter((name) => !/^\$ACTION/.test(name))
    for (const field of new Set(chosen.filter((name) => ![...texts, ...files].includes(name))))
      for (const value of [tooLong, single(), single()]) await tries(form, field, value)
    for (const field of files)
      for (let n = 0; n < 8; n++) await tries(form, field, new File([single(), '\0'], single().slice(0, 200)))
    for (const field of texts)
      for (const typed of [tooLong, ...packs, single(), single(), privateKeys[turn % privateKeys.length]!]) {
        const html = await tries(form, field, typed)
        const isRefused = html.includes('role="alert"')
        const where = `${path} ${id} ${field} = ${shown(typed)}`
        if (typed === tooLong) expect(isRefused, `${where} is refused`).toBe(true)
        if (!isRefused || secret.test(field) || typed.includes('PRIVATE KEY')) continue
        refused += 1
        const kept = Buffer.from(typed).toString().replace(/\r\n?/g, '\n')
        expect(readText(html).includes(kept), `${where} is still there`).toBe(true)
      }
  }
}

test(`without scripts no form of the portal fails on any of ${together.length} hostile texts in any field, or loses what was typed`, async ({
  newBrowser,
}) => {
  test.slow()
  const page = await (await newBrowser({ javaScriptEnabled: false, baseURL: desk.url })).newPage()
  const reporter = new Reporter(page, desk)
  const look = (path: string) => postsForms(page, path)
  for (const path of publicPages(await announcedAdvisory(page))) await look(path)
  await look('/sign-in/link?address=a@example.org&token=x')
  await opensOwnPages({ page, desk }, (path) => postsForms(page, path, 'close-list'))
  await look('/my-reports')

  // What is there only now and then: a key of one's own, a team that is late, a list that is not open yet.
  await reporter.comesBackWith(desk.story('plugin-runs').receipt)
  const { publicKey } = await makeKeyPair(undefined)
  await page.getByRole('textbox', { name: /^Your OpenPGP public key/ }).fill(publicKey)
  await page.getByRole('button', { name: 'Give this key' }).click()
  await look('/report')
  desk.clock.advance(3 * dayMs)
  await reporter.comesBackWith(desk.story('session-cookie').receipt)
  await look('/report')
  await page.goto('/my-reports')
  await page.getByRole('textbox', { name: 'Mail address' }).fill('opener@example.test')
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await page.goto(await mailedLink(desk, 'opener@example.test', /link to your reports/))
  await look('/my-reports')

  expect(together.length).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(100)
  const found = [...posted].map((key) => key.split(' ')[0])
  expect(portalForms().filter((id) => !found.includes(id))).toEqual([])
})
