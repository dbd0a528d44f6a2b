import { beforeEach, describe, expect, it } from 'vitest'
import { reporterOf } from '@/server/auth/receipt-cookie'
import { chooseNews } from '@/server/reports/choose-news'
import { hourMs } from '@/lib/instant'
import { advanceClock } from '@/test/clock'
import { resetDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { historyOf } from '@/test/sample-case'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { mailMyReportsLink } from './mail-my-reports-link'
import { mailReceiptLinks } from './mail-receipt-links'
import { renewReceipt } from './renew-receipt'

beforeEach(resetDatabase)

const address = 'moth@example.test'

/** The secrets of the links in the last mail to the address that was asked with. */
async function linksFor(asked: string): Promise<string[]> {
  expect(value(await mailReceiptLinks(anyone, { address: asked }))).toBeNull()
  const mail = (await readMails()).findLast(({ occasion }) => occasion.startsWith('new-receipt:'))
  return [...(mail?.body ?? '').matchAll(/new-receipt\/([\w-]+)/g)].map(([, token = '']) => token)
}

describe('a lost receipt', () => {
  it('is replaced by a link to the contact of the report; the old one opens nothing any more', async () => {
    const project = await addProject()
    const lost = await addReport(project, { contactEmail: address, title: 'A secret title' })
    const [token = ''] = await linksFor('Moth@example.test')
    const mail = (await readMails()).at(-1)
    expect(mail?.recipient.address).toBe(address)
    expect(mail?.body).toContain('Report to Marmotte, received on 20 Nov 2026')
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/secret|MAR-/)
    const renewed = value(await renewReceipt(anyone, { token }))
    expect(renewed).toMatchObject({ reference: lost.reference, projectName: 'Marmotte' })
    expect(await reporterOf(renewed.receipt)).toEqual(lost.reporter)
    expect(await reporterOf(lost.receipt)).toEqual(anyone)
    expect(await historyOf(lost.caseId)).toEqual(['report_received', 'receipt_renewed'])
    expect(refusalOf(await renewReceipt(anyone, { token }))).toBe('refused')
  })

  it('is answered in the language of the page it was asked on', async () => {
    const project = await addProject()
    await addReport(project, { contactEmail: address })
    value(await mailReceiptLinks(anyone, { address, language: 'de' }))
    const mail = (await readMails()).at(-1)
    expect(mail?.subject).toBe('Ein Weg zurück zu Ihrer Meldung')
    expect(mail?.body).toContain('Meldung an Marmotte, eingegangen am 20. Nov. 2026:\n')
    expect(mail?.body).toContain('Jeder Link gilt einmal und 2 Stunden lang')
  })

  it('mails nobody whose address was left with no report, and answers the same', async () => {
    const project = await addProject()
    await addReport(project)
    await addReport(project, { contactEmail: address })
    expect(await linksFor('other@example.test')).toEqual([])
    expect(await readMails()).toEqual([])
  })

  it('has one link for each report of the address, and for no other', async () => {
    const project = await addProject()
    const one = await addReport(project, { contactEmail: address })
    const two = await addReport(project, { contactEmail: address })
    const other = await addReport(project, { contactEmail: 'other@example.test' })
    const tokens = await linksFor(address)
    expect(tokens).toHaveLength(2)
    const opened = await Promise.all(
      tokens.map(async (token) => value(await renewReceipt(anyone, { token })).reference),
    )
    expect(opened.sort()).toEqual([one.reference, two.reference].sort())
    expect(await reporterOf(other.receipt)).toEqual(other.reporter)
  })

  it('is not replaced by an old link, a link for something else, or after the address moved on', async () => {
    const project = await addProject()
    const { reporter, receipt } = await addReport(project, { contactEmail: address })
    const [late = ''] = await linksFor(address)
    advanceClock(2 * hourMs)
    expect(refusalOf(await renewReceipt(anyone, { token: late }))).toBe('refused')
    value(await mailMyReportsLink(anyone, { address }))
    const list = /my-reports\/([\w-]+)/.exec((await readMails()).at(-1)?.body ?? '')?.[1] ?? ''
    expect(refusalOf(await renewReceipt(anyone, { token: list }))).toBe('refused')
    const [moved = ''] = await linksFor(address)
    value(await chooseNews(reporter, { newsByMail: 'no', address: 'new@example.test' }))
    expect(refusalOf(await renewReceipt(anyone, { token: moved }))).toBe('refused')
    expect(await reporterOf(receipt)).toEqual(reporter)
  })

  it('ends the other links of that report', async () => {
    const project = await addProject()
    await addReport(project, { contactEmail: address })
    const [first = ''] = await linksFor(address)
    advanceClock(hourMs)
    const [second = ''] = await linksFor(address)
    value(await renewReceipt(anyone, { token: second }))
    expect(refusalOf(await renewReceipt(anyone, { token: first }))).toBe('refused')
  })
})
