import { expect, type Cookie, type Page } from '@playwright/test'
import { hostileStrings } from '@/test/hostile/strings'

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
export const privateKeys = strings.filter((text) => text.includes('PRIVATE KEY'))
export const together = strings.filter((text) => !privateKeys.includes(text) && text.length < 1000)
/** All of them in one text, longer than any field takes, so that it is refused and must come back whole. */
export const tooLong = `${together.join('\n')}\n${'And so on. '.repeat(8_000)}`
/** All of them in a few texts that the longer fields take. */
export const packs = [0, 1, 2].map((part) => together.filter((_, at) => at % 3 === part).join(' '))

let client = 0
let turn = 0
/** The next of all, going round. */
export const single = () => strings[turn++ % strings.length]!

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
      .request.get(target, { ...options, params: { [changed]: String(value).slice(0, 4000) } })
  return page.context().request.post(target, { ...options, multipart: form })
}

/** Posts the forms of pages, each once, with hostile texts in every field and everything else as it stands. */
export class HostilePoster {
  /** What was posted: the ids of forms. */
  readonly posted = new Set<string>()
  /** How many refusals brought back what was typed. */
  kept = 0
  private readonly done = new Set<string>()

  /** `texts` are tried in every field that is typed into, `choices` in every other one. */
  constructor(
    private readonly page: Page,
    private readonly tries: { texts: () => string[]; choices: () => string[] },
  ) {}

  /** Every form of the page that was not posted yet, but for that one. */
  async postsFormsOf(path: string, except = ''): Promise<void> {
    await this.page.goto(path)
    const held = await this.page.context().cookies()
    for (const form of await formsOf(this.page)) {
      const { id, fields, texts, files } = form
      const key = [id, ...texts].join(' ')
      if (id === except || this.done.has(key)) continue
      this.done.add(key)
      this.posted.add(id)
      const send = (field: string, value: string | File) => this.sends(path, form, [field, value], held)
      const chosen = fields.map(([name]) => name).filter((name) => !name.startsWith('$ACTION'))
      for (const field of new Set(chosen.filter((name) => ![...texts, ...files].includes(name))))
        for (const value of this.tries.choices()) await send(field, value)
      for (const field of files)
        for (const name of this.tries.texts().filter((text) => text.length < 200))
          await send(field, new File([name, '\0'], name))
      for (const field of new Set(texts))
        for (const typed of this.tries.texts()) {
          const html = await send(field, typed)
          const where = `${path} ${id} ${field} = ${shown(typed)}`
          const isRefused = html.includes('role="alert"')
          if (typed === tooLong && form.isPost) expect(isRefused, `${where} is refused`).toBe(true)
          if (isRefused && !secret.test(field) && !typed.includes('PRIVATE KEY'))
            this.expectKept(html, typed, where)
        }
    }
  }

  /** What the desk answers, which is never a failure of its own. */
  private async sends(
    path: string,
    form: PostedForm,
    given: [string, string | File],
    held: Cookie[],
  ): Promise<string> {
    const answer = await posts(this.page, path, form, given)
    const what = shown(given[1] instanceof File ? given[1].name : given[1])
    expect(answer.status(), `${path} ${form.id} ${given[0]} = ${what}`).toBeLessThan(500)
    // A form that leaves or closes something has done so; here nothing is over yet.
    if (answer.headers()['set-cookie']) await this.page.context().addCookies(held)
    return answer.text()
  }

  private expectKept(html: string, typed: string, where: string): void {
    this.kept += 1
    const text = Buffer.from(typed).toString().replace(/\r\n?/g, '\n')
    expect(readText(html).includes(text), `${where} is still there`).toBe(true)
  }
}
