import { beforeEach, describe, expect, it } from 'vitest'
import { events, requests } from '@/db/schema'
import { eq } from 'drizzle-orm'
import { hourMs } from '@/lib/instant'
import { instanceChainId } from '@/server/kernel/event-chain'
import { changePolicy } from '@/server/policies/change-policy'
import { defaultTerms } from '@/domain/policies/default-terms'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { formKey } from '@/test/reporter'
import { addQuestion, requestOf, wholeQuestion } from '@/test/requests'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { answerSuggestion, answerTesting } from './answer-request'
import { askBeforeTesting } from './ask-before-testing'
import { ownRequest } from './own-request'
import { requestQueue } from './request-queue'
import { requestView } from './request-view'
import { suggestPolicyChange } from './suggest-policy-change'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const history = async () =>
  (await db.select().from(events).where(eq(events.chainId, instanceChainId))).map(({ type }) => type)

describe('askBeforeTesting', () => {
  it('gives a receipt once, stores its hash alone, records the event and tells both sides without contents', async () => {
    const project = await addProject()
    const { receipt, row, asker } = await addQuestion(project, { contactEmail: 'asker@example.net' })
    expect(receipt.receipt).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/)
    expect(JSON.stringify(row)).not.toContain(receipt.receipt)
    expect(row).toMatchObject({ kind: 'testing', state: 'requested' })
    expect(await history()).toContain('request_received')
    const mails = await readMails()
    const to = mails
      .filter(({ occasion }) => /^(request_received|testing_asked):/.test(occasion))
      .map((mail) => mail.recipient.address)
    expect(to).toHaveLength(3)
    expect(to).toContain('asker@example.net')
    for (const { subject, body } of mails) expect(subject + body).not.toMatch(/sign-in of the hosted demo/)
    expect(value(await ownRequest(asker, {}))).toMatchObject({
      asked: { kind: 'testing', content: { what: 'The sign-in of the hosted demo.' } },
      state: 'requested',
      answer: null,
    })
  })

  it('is confirmed to whoever asks in the language they asked in, and to the team in English', async () => {
    const project = await addProject()
    await addQuestion(project, { contactEmail: 'asker@example.net', language: 'de' })
    const mails = (await readMails()).filter(({ occasion }) => /^(request|testing)_/.test(occasion))
    expect(mails.find(({ recipient }) => recipient.address === 'asker@example.net')).toMatchObject({
      subject: 'Ihre Anfrage ist angekommen (Marmotte)',
      body: expect.stringContaining('Mehr sagt diese E-Mail absichtlich nicht.') as string,
    })
    expect(mails.filter(({ subject }) => subject === 'Somebody asks before testing (Marmotte)')).toHaveLength(
      2,
    )
  })

  it('sent twice is one request with one receipt; another text is another', async () => {
    const project = await addProject()
    const question = wholeQuestion(project)
    const [first, second] = await Promise.all([
      askBeforeTesting(anyone, question),
      askBeforeTesting(anyone, question),
    ])
    expect(value(first).receipt).toBe(value(second).receipt)
    expect(await db.select().from(requests)).toHaveLength(1)
    const other = value(await askBeforeTesting(anyone, { ...question, what: 'Something else.' }))
    expect(other.receipt).not.toBe(value(first).receipt)
    expect((await history()).filter((type) => type === 'request_received')).toHaveLength(2)
  })

  it('says which part is missing, and knows no project that is not there', async () => {
    const project = await addProject()
    const empty = { ...wholeQuestion(project), where: ' ', how: '' }
    expect(refusalOf(await askBeforeTesting(anyone, empty))).toEqual(['invalid', 'where', 'how'])
    const nowhere = { ...wholeQuestion(project), project: 'nowhere' }
    expect(refusalOf(await askBeforeTesting(anyone, nowhere))).toBe('not_found')
  })
})

describe('answerTesting', () => {
  it('allows with conditions that the asker reads, and is told of', async () => {
    const project = await addProject()
    const { row, asker } = await addQuestion(project, { contactEmail: 'asker@example.net' })
    const answer = { request: row.id, seen: 1, state: 'allowed' as const, answer: 'On 2 December only.' }
    expect(refusalOf(await answerTesting(project.handler, { ...answer, answer: '' }))).toEqual([
      'invalid',
      'answer',
    ])
    value(await answerTesting(project.handler, answer))
    const own = value(await ownRequest(asker, {}))
    expect(own).toMatchObject({ state: 'allowed', answer: { text: 'On 2 December only.' } })
    expect(JSON.stringify(own)).not.toContain(project.handler.name)
    expect(await history()).toContain('request_answered')
    const mail = (await readMails()).find(({ occasion }) => occasion.startsWith('request_answered'))
    expect(mail?.recipient.address).toBe('asker@example.net')
    expect(mail?.body).not.toContain('December')
  })

  it('is not for observers, and not there for others', async () => {
    const project = await addProject()
    const elsewhere = await addProject('Pedro', 'PED')
    const { row, asker } = await addQuestion(project)
    const answer = { request: row.id, seen: 1, state: 'not_allowed' as const, answer: 'It is production.' }
    expect(refusalOf(await answerTesting(project.observer, answer))).toBe('forbidden')
    for (const actor of [project.stranger, elsewhere.handler, anyone, asker])
      expect(refusalOf(await answerTesting(actor, answer))).toBe(actor === asker ? 'forbidden' : 'not_found')
    expect(refusalOf(await requestView(elsewhere.lead, { request: row.id }))).toBe('not_found')
    expect(refusalOf(await ownRequest({ kind: 'reporter', reportId: project.id }, {}))).toBe('not_found')
  })

  it('by two at once is one answer', async () => {
    const project = await addProject()
    const { row } = await addQuestion(project)
    const answer = { request: row.id, seen: 1, answer: 'See the conditions.' }
    const both = await Promise.all([
      answerTesting(project.handler, { ...answer, state: 'allowed' }),
      answerTesting(project.lead, { ...answer, state: 'not_allowed' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await history()).filter((type) => type === 'request_answered')).toHaveLength(1)
    const late = { ...answer, seen: 9, state: 'allowed' as const }
    expect(refusalOf(await answerTesting(project.handler, late))).toBe('refused')
    const { row: open } = await addQuestion(project)
    expect(refusalOf(await answerTesting(project.handler, { ...late, request: open.id }))).toBe('conflict')
  })
})

describe('answerSuggestion', () => {
  const suggest = async (project: { slug: string }) => {
    const suggestion = {
      project: project.slug,
      submission: formKey(),
      part: 'safe_harbour' as const,
      text: 'Research in good faith is welcome.',
      why: 'Nothing says so today.',
    }
    return requestOf(value(await suggestPolicyChange(anyone, suggestion)))
  }

  it('takes a suggestion only with a version that came after it', async () => {
    const project = await addProject()
    const { row, asker } = await suggest(project)
    const taken = { request: row.id, seen: 1, state: 'taken' as const, answer: 'Thank you.' }
    expect(refusalOf(await answerSuggestion(project.lead, taken))).toEqual(['invalid', 'version'])
    advanceClock(hourMs)
    value(
      await changePolicy(project.lead, {
        project: project.slug,
        basedOn: 1,
        terms: { ...defaultTerms, silenceDays: 20 },
        introduction: '',
      }),
    )
    expect(refusalOf(await answerSuggestion(project.lead, { ...taken, version: 1 }))).toEqual([
      'invalid',
      'version',
    ])
    expect(value(await requestView(project.lead, { request: row.id })).policy).toMatchObject({
      suggestedAt: 1,
      since: [{ version: 2 }],
    })
    value(await answerSuggestion(project.lead, { ...taken, version: 2 }))
    expect(value(await ownRequest(asker, {}))).toMatchObject({
      state: 'taken',
      answer: { version: 2, text: 'Thank you.' },
    })
  })

  it('is not the answer to a question', async () => {
    const project = await addProject()
    const { row } = await addQuestion(project)
    const wrong = { request: row.id, seen: 1, state: 'not_taken' as const, answer: 'No.' }
    expect(refusalOf(await answerSuggestion(project.lead, wrong))).toBe('refused')
  })
})

describe('requestQueue', () => {
  it('shows those of one’s own projects, narrowed and counted', async () => {
    const project = await addProject()
    const elsewhere = await addProject('Pedro', 'PED')
    const { row } = await addQuestion(project)
    advanceClock(hourMs)
    await addQuestion(project, { what: 'The mail gateway.' })
    await addQuestion(elsewhere)
    value(
      await answerTesting(project.handler, { request: row.id, seen: 1, state: 'allowed', answer: 'Yes.' }),
    )
    const queue = value(await requestQueue(project.handler, { view: 'open' }))
    expect(queue.requests).toMatchObject([{ summary: 'The mail gateway.', state: 'requested' }])
    expect(queue).toMatchObject({
      views: { open: 1, answered: 1, all: 2 },
      kinds: { testing: 1, policy: 0, backport: 0 },
    })
    expect(value(await requestQueue(project.handler, { kind: 'policy' })).requests).toEqual([])
    expect(value(await requestQueue(project.stranger, { view: 'all' })).views.all).toBe(0)
    expect(value(await requestQueue(project.owner, { view: 'all' })).views.all).toBe(3)
  })
})
