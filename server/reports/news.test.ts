import { beforeEach, describe, expect, it } from 'vitest'
import { splitReport } from '@/server/cases/split-report'
import { writeToReporter } from '@/server/cases/write-to-reporter'
import { resetDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addSampleProject, historyOf } from '@/test/sample-case'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { chooseNews } from './choose-news'
import { ownReport } from './own-report'
import { stopNews } from './stop-news'
import { stopNewsKey } from './stop-news-link'

beforeEach(resetDatabase)

const mailsTo = async (address: string) =>
  (await readMails()).filter(({ recipient }) => recipient.address === address)

describe('mails about news', () => {
  it('are not written to an address that was left for contact only', async () => {
    const project = await addSampleProject()
    const { reference } = await addReport(project, { contactEmail: 'moth@example.test', newsByMail: 'no' })
    value(await writeToReporter(project.handler, { case: reference, body: 'Thank you.' }))
    expect(await mailsTo('moth@example.test')).toEqual([])
  })

  it('say that there is news, and end by the link in each of them', async () => {
    const project = await addSampleProject()
    const { reference, caseId, reportId, reporter } = await addReport(project, {
      contactEmail: 'moth@example.test',
    })
    const write = (body: string) => writeToReporter(project.handler, { case: reference, body })
    value(await write('The token is the problem.'))
    const [mail] = await mailsTo('moth@example.test')
    expect(mail?.body).not.toMatch(/token|problem/i)
    expect(mail?.body).toContain(`/no-mail/${stopNewsKey(reportId)}`)
    value(await stopNews(anyone, { key: stopNewsKey(reportId) }))
    value(await stopNews(anyone, { key: stopNewsKey(reportId) }))
    value(await write('Once more.'))
    expect(await mailsTo('moth@example.test')).toHaveLength(1)
    expect((await historyOf(caseId)).filter((type) => type === 'news_chosen')).toHaveLength(1)
    expect(value(await ownReport(reporter, {})).newsByMail).toBe(false)
  })

  it('are in the language the reporter used, also about the second case of a split report', async () => {
    const project = await addSampleProject()
    const { reference, reportId } = await addReport(project, {
      contactEmail: 'moth@example.test',
      language: 'de',
    })
    value(await writeToReporter(project.handler, { case: reference, body: 'Vielen Dank.' }))
    const second = value(
      await splitReport(project.handler, {
        case: reference,
        title: 'The cookie',
        explanation: 'The cookie has a case of its own.',
      }),
    )
    value(await writeToReporter(project.handler, { case: second.reference, body: 'Auch hierzu Dank.' }))
    const mails = await mailsTo('moth@example.test')
    const news = 'Es gibt eine neue Nachricht zu Ihrer Meldung (Marmotte)'
    expect(mails.map(({ subject }) => subject).sort()).toEqual(
      [news, news, 'Ihre Meldung wird jetzt in zwei Fällen bearbeitet (Marmotte)'].sort(),
    )
    expect(mails[0]?.body).toContain('Lesen Sie es mit Ihrem Empfangsbeleg: http://localhost:3000/receipt')
    expect(mails[0]?.body).toContain(
      `Keine solchen E-Mails mehr: http://localhost:3000/no-mail/${stopNewsKey(reportId)}`,
    )
  })

  it('are in English where nobody speaks the language that is stored', async () => {
    const project = await addSampleProject()
    const { reference } = await addReport(project, { contactEmail: 'moth@example.test', language: 'tlh' })
    value(await writeToReporter(project.handler, { case: reference, body: 'Thank you.' }))
    expect((await mailsTo('moth@example.test')).map(({ subject }) => subject)).toEqual([
      'There is a new message about your report (Marmotte)',
    ])
  })

  it('do not end by a key that is none, or another report’s', async () => {
    const project = await addProject()
    const one = await addReport(project)
    const other = await addReport(project)
    const mixed = one.reportId + stopNewsKey(other.reportId).slice(36)
    for (const key of ['', 'x', mixed, `${one.reportId}_${'0'.repeat(32)}`])
      expect(refusalOf(await stopNews(anyone, { key }))).toBe('not_found')
  })
})

describe('chooseNews', () => {
  it('turns them on later, with an address that hears so', async () => {
    const project = await addSampleProject()
    const { reporter, caseId } = await addReport(project)
    expect(refusalOf(await chooseNews(reporter, { newsByMail: 'yes' }))).toEqual(['invalid', 'address'])
    value(await chooseNews(reporter, { newsByMail: 'yes', address: 'moth@example.test' }))
    expect((await mailsTo('moth@example.test')).map(({ occasion }) => occasion.split(':')[0])).toEqual([
      'news_on',
    ])
    expect(value(await ownReport(reporter, {})).contact).toEqual({ name: null, email: 'moth@example.test' })
    expect((await historyOf(caseId)).at(-1)).toBe('news_chosen')
  })

  it('tells the old address when another takes its place', async () => {
    const project = await addSampleProject()
    const { reporter } = await addReport(project, { contactEmail: 'old@example.test', contactName: 'Mo' })
    value(await chooseNews(reporter, { newsByMail: 'yes', address: 'new@example.test' }))
    expect((await mailsTo('old@example.test')).map(({ occasion }) => occasion.split(':')[0])).toEqual([
      'news_moved',
    ])
    expect(value(await ownReport(reporter, {})).contact).toEqual({ name: 'Mo', email: 'new@example.test' })
  })

  it('is refused with an address that is none, and not there for anybody else', async () => {
    const project = await addProject()
    const { reporter } = await addReport(project)
    expect(refusalOf(await chooseNews(reporter, { newsByMail: 'yes', address: 'moth' }))).toEqual([
      'invalid',
      'address',
    ])
    for (const actor of [anyone, project.lead])
      expect(refusalOf(await chooseNews(actor, { newsByMail: 'no' }))).toBe('not_found')
  })
})
