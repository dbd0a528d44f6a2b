import { randomBytes } from 'node:crypto'
import { expect, test } from './fixtures'

/** Texts that have broken forms, databases and pages before. */
const hostile = {
  script:
    '"><script>document.title="owned"</script><img src=x onerror=document.title="owned"> {{7*7}} ${7*7}',
  nul: 'before\u0000after \u0001\u0008\u001b[31m',
  'lone surrogates': 'half \ud83d of a pair, and the other \ude00 half',
  'marks of direction': '\u202eesrever\u202c \u2066isolated\u2069 \u200f\u200e \ufeff zero\u200bwidth',
  'sql and templates': `'; drop table reports; -- \\ % _ %s %n $1 \${jndi:ldap://x} ../../etc/passwd`,
  'letters of many scripts': 'Ünïcödé Ω Ж 漢字 ไทย עברית عربى 👩‍👩‍👧‍👦 e\u0301 \u{1F1E9}\u{1F1EA} Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
}

/** Without what nobody can read and no database keeps: controls, halves of letters, marks that turn the direction around. */
const readable = (text: string) =>
  text.replace(/\p{Surrogate}|\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')

const enough = 'This text has more than eight words so that it counts as a description. '

/** What the shortest field takes, in characters. */
const shortest = 100

for (const [name, text] of Object.entries(hostile))
  test(`a report full of ${name} arrives whole`, async ({ reporter }) => {
    const { page } = reporter
    await reporter.opensForm('Marmotte')
    for (const box of await page.getByRole('main').getByRole('textbox').all()) {
      if ((await box.getAttribute('type')) === 'datetime-local') continue
      const isOneLine = await box.evaluate((element) => element.tagName === 'INPUT')
      await box.fill(isOneLine ? text.slice(0, shortest) : enough + text)
    }
    for (const ofOneForm of [/^Mail address/, /^Link beside the name/, /days after the report/])
      await page.getByRole('textbox', { name: ofOneForm }).fill('')
    await page.getByRole('textbox', { name: /^Title/ }).fill(text)
    await reporter.sends()
    await reporter.receives()
    await page.getByRole('link', { name: 'Go to my report' }).click()
    const heading = page.getByRole('heading', { level: 1 })
    // Control characters go, and half a letter is replaced; nothing a person can read is lost.
    for (const word of readable(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [])
      await expect(heading).toContainText(word)
    await reporter.writes(`${readable(text)} as a message`)
    expect(await page.title()).not.toBe('owned')
  })

test('a text of 100 kB is refused with its limit, and nothing is lost', async ({ reporter }) => {
  const { page } = reporter
  const long = enough.repeat(1500)
  await reporter.opensForm('Marmotte')
  await reporter.fillsIn({ title: 'A long one', description: long })
  await reporter.sends()
  await expect(reporter.refusal()).toContainText(/60[, ]?000 characters/)
  await expect(page.getByRole('textbox', { name: /^Description/ })).toHaveValue(long)
})

test('hostile values sent by a program are refused or taken, never a failure', async ({ request }) => {
  const whole = {
    title: 'Sent by a program',
    description: enough,
    impact: enough,
    submission: randomBytes(16).toString('base64url'),
  }
  const values: unknown[] = [
    ...Object.values(hostile),
    '\ud800',
    '',
    ' ',
    null,
    0,
    -1,
    1e999,
    true,
    [],
    {},
    ['a', 'b'],
    { $ne: null },
    'x'.repeat(100_000),
  ]
  const fields = [
    'title',
    'description',
    'impact',
    'contactEmail',
    'disclosureDate',
    'disclosureTimeZone',
    'creditAs',
    'submission',
    'timeZone',
  ]
  // Each from elsewhere, or the limit per client would refuse most of them unread; to a project whose promises hold no number, so
  // that none of them is ever overdue and keeps the desk busy.
  let client = 0
  for (const field of fields)
    for (const value of values) {
      client += 1
      const answer = await request.post('/api/v1/projects/pedro/reports', {
        data: { ...whole, [field]: value },
        headers: { 'x-forwarded-for': `198.51.100.${client % 250}` },
      })
      expect([200, 201, 400, 413, 422], `${field} = ${JSON.stringify(value)?.slice(0, 60)}`).toContain(
        answer.status(),
      )
    }
  for (const body of ['', 'null', '[]', '"text"', '{', '\u0000', '{"title":'])
    expect(
      (
        await request.post('/api/v1/projects/pedro/reports', {
          data: body,
          headers: { 'content-type': 'application/json' },
        })
      ).status(),
    ).toBeLessThan(500)
})

test('hostile addresses are not found, never a failure', async ({ request }) => {
  const odd = [
    '%00',
    '%ff',
    '%ed%a0%80',
    '..%2f..%2fetc',
    '%27%20or%201=1',
    'a'.repeat(3000),
    '%f0%9f%98%80',
    '-',
  ]
  const places = [
    '/projects/X',
    '/projects/marmotte/advisories/X',
    '/projects/X/feed.atom',
    '/report/files/X',
    '/console/cases/X',
    '/set-up/X',
    '/invitation/X',
  ]
  for (const place of places)
    for (const part of odd) {
      const answer = await request.get(place.replace('X', part), { maxRedirects: 0 })
      expect(answer.status(), `${place} with ${part.slice(0, 20)}`).toBeLessThan(500)
    }
})

test('hostile words of the team do no harm either', async ({ reporter, newReporter, maintainer }) => {
  const { reference, receipt } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'Words of the team',
  })
  const tomas = await maintainer('tomas')
  await tomas.opensCase(reference)
  await tomas.acknowledges()
  for (const text of [hostile.script, hostile['marks of direction'], hostile['sql and templates']])
    await tomas.writes('Message', text, readable(text))
  await tomas.page.getByRole('link', { name: 'Edit title' }).click()
  await tomas.page.getByRole('textbox', { name: 'Title' }).first().fill(hostile.script)
  await tomas.page.getByRole('button', { name: 'Save title' }).click()
  await expect(tomas.page.getByRole('heading', { level: 1 })).toContainText('<script>')
  await tomas.page.goto('/console')
  const row = tomas.page.getByRole('row').filter({ hasText: reference })
  await expect(row.getByRole('link', { name: /<script>/ })).toBeVisible()
  expect(await tomas.page.title()).not.toBe('owned')
  const reader = await newReporter()
  await reader.comesBackWith(receipt)
  await expect(reader.page.getByText(hostile.script)).toBeVisible()
  expect(await reader.page.title()).not.toBe('owned')
})
