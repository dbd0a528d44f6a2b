import { beforeEach, describe, expect, it } from 'vitest'
import { caseView } from '@/server/cases/case-view'
import { addAnnounceableCase, addAnnouncingProject } from '@/test/announceable-case'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addOpenCase, addSampleProject, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { advisoryPreview } from './advisory-preview'
import { approveAdvisory, withdrawApproval } from './approve-advisory'
import { addCredit, changeCredit } from './change-credit'
import { editAdvisory } from './edit-advisory'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const ready = async () => {
  const project = await addAnnouncingProject()
  const made = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  return { project, ...made, named: { case: made.reference } }
}
const advisoryOf = async (actor: Parameters<typeof caseView>[0], named: { case: string }) => {
  const { advisory } = value(await caseView(actor, named))
  if (!advisory) throw new Error('There is no advisory.')
  return advisory
}
const words = { title: 'A title', summary: 'A summary.', impact: '', actions: '', references: '' }

describe('editAdvisory', () => {
  it('saves a draft however unfinished, and says what is missing', async () => {
    const { project, named, id } = await ready()
    const references = 'https://git.example.org/commit/1 The fix\nhttps://example.org/write-up'
    value(
      await editAdvisory(project.handler, {
        ...named,
        ...words,
        references,
        cveId: 'cve-2026-12345',
        seen: 2,
      }),
    )
    const advisory = await advisoryOf(project.handler, named)
    expect(advisory).toMatchObject({
      version: 3,
      editedBy: project.handler.name,
      draft: { title: 'A title', impact: null, cveId: 'CVE-2026-12345', references },
    })
    expect(advisory.missing.map(({ part }) => part)).toEqual(['impact', 'actions', 'credit'])
    expect((await historyOf(id)).at(-1)).toBe('advisory_edited')
    expect(advisory.approval).toMatchObject({ version: 2, isCurrent: false })
  })

  it('refuses links that are none, and a CVE id that is none', async () => {
    const { project, named } = await ready()
    const edit = (more: object) => editAdvisory(project.handler, { ...named, ...words, ...more, seen: 2 })
    expect(refusalOf(await edit({ references: 'see the commit' }))?.[0]).toBe('invalid')
    expect(refusalOf(await edit({ cveId: '2026-1' }))).toEqual(['invalid', 'cveId'])
  })

  it('over somebody else’s newer text is a conflict that carries theirs', async () => {
    const { project, named, id } = await ready()
    value(await editAdvisory(project.lead, { ...named, ...words, title: 'Theirs', seen: 2 }))
    const lost = await editAdvisory(project.handler, { ...named, ...words, title: 'Mine', seen: 2 })
    expect(lost).toMatchObject({
      ok: false,
      refusal: { code: 'conflict', current: { version: 3, draft: { title: 'Theirs' } } },
    })
    expect((await historyOf(id)).filter((type) => type === 'advisory_edited')).toHaveLength(2)
    value(await editAdvisory(project.handler, { ...named, ...words, title: 'Mine', seen: 3 }))
    expect((await advisoryOf(project.handler, named)).draft.title).toBe('Mine')
  })

  it('waits for the confirmation', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    expect(refusalOf(await editAdvisory(project.handler, { ...named, ...words, seen: 1 }))).toBe('refused')
    expect(refusalOf(await advisoryPreview(project.handler, named))).toBe('refused')
  })
})

describe('approveAdvisory', () => {
  it('is for somebody who did not edit it last, and for the version they read', async () => {
    const { project, named, id } = await ready()
    value(await editAdvisory(project.handler, { ...named, ...words, seen: 2 }))
    expect(refusalOf(await approveAdvisory(project.handler, { ...named, seen: 3 }))).toBe('forbidden')
    expect(refusalOf(await approveAdvisory(project.lead, { ...named, seen: 2 }))).toBe('conflict')
    value(await approveAdvisory(project.lead, { ...named, seen: 3 }))
    expect(refusalOf(await approveAdvisory(project.lead, { ...named, seen: 3 }))).toBe('refused')
    const advisory = await advisoryOf(project.lead, named)
    expect(advisory.approval).toMatchObject({ version: 3, by: project.lead.name, isCurrent: true })
    value(await withdrawApproval(project.lead, named))
    expect((await advisoryOf(project.lead, named)).approval).toBeNull()
    expect(refusalOf(await withdrawApproval(project.lead, named))).toBe('refused')
    expect((await historyOf(id)).slice(-2)).toEqual(['advisory_approved', 'approval_withdrawn'])
  })
})

describe('credits', () => {
  it('enter a person with their roles and answer, and change over the version one saw', async () => {
    const { project, named, id } = await ready()
    const entry = { name: 'Fuzzer 9', roles: ['tool' as const], consent: 'asked' as const }
    const { creditId } = value(await addCredit(project.handler, { ...named, ...entry }))
    const change = { ...named, ...entry, credit: creditId, seen: 1 }
    value(
      await changeCredit(project.handler, { ...change, name: 'Fuzzer 10', link: 'https://fuzz.example.org' }),
    )
    expect(refusalOf(await changeCredit(project.lead, { ...change, name: 'Fuzzer 8' }))).toBe('conflict')
    const { credits } = await advisoryOf(project.handler, named)
    expect(credits).toContainEqual({
      id: creditId,
      reportId: null,
      version: 2,
      name: 'Fuzzer 10',
      link: 'https://fuzz.example.org',
      roles: ['tool'],
      consent: 'asked',
    })
    expect((await historyOf(id)).slice(-2)).toEqual(['credit_changed', 'credit_changed'])
    const bad = (more: object) => addCredit(project.handler, { ...named, ...entry, ...more })
    expect(refusalOf(await bad({ roles: [] }))).toEqual(['invalid', 'roles'])
    expect(refusalOf(await bad({ name: ' ' }))).toEqual(['invalid', 'name'])
    expect(refusalOf(await bad({ link: 'http://example.org' }))).toEqual(['invalid', 'link'])
  })

  it('that nobody has answered hold the announcement up; those who declined are not printed', async () => {
    const { project, named } = await ready()
    const dora = { ...named, name: 'Dora', roles: ['analyst' as const], consent: 'asked' as const }
    const { creditId } = value(await addCredit(project.handler, dora))
    const gate = async () =>
      value(await caseView(project.handler, named)).gates.find(({ code }) => code === 'advisory')
    expect((await gate())?.reason).toBe('Not answered yet how they want to be credited: Dora.')
    value(await changeCredit(project.handler, { ...dora, credit: creditId, seen: 1, consent: 'declined' }))
    expect((await gate())?.isMet).toBe(true)
    const { credits } = value(await advisoryPreview(project.observer, named))
    expect(credits.map(({ name }) => name)).toEqual(['Anonymous'])
  })

  it('of another case cannot be reached from this one', async () => {
    const { project, named } = await ready()
    const other = await addAnnounceableCase({ db }, project, 'other@example.net')
    const [theirs] = (await advisoryOf(project.handler, { case: other.reference })).credits
    const entry = { name: 'X', roles: ['finder' as const], consent: 'accepted' as const }
    const change = { ...named, ...entry, credit: theirs!.id, seen: 1 }
    expect(refusalOf(await changeCredit(project.handler, change))).toBe('conflict')
    expect((await advisoryOf(project.handler, { case: other.reference })).credits).toEqual([theirs])
  })
})

describe('advisoryPreview', () => {
  it('is the document as it would be announced, and nothing public', async () => {
    const { project, named } = await ready()
    const document = value(await advisoryPreview(project.observer, named))
    expect(document).toMatchObject({
      title: 'Template names escape the folder',
      severity: { rating: 'high' },
      affected: [
        { line: '1.3.x', fixed: '1.3.7' },
        { line: '1.2.x', fixed: '1.2.7' },
      ],
    })
    expect(refusalOf(await advisoryPreview(project.stranger, named))).toBe('not_found')
    expect((await db.execute('select 1 from publications')).rows).toEqual([])
  })
})

describe('an approval is asked for', () => {
  const asked = async () =>
    (await readMails())
      .filter(({ occasion }) => occasion.startsWith('approval_wanted'))
      .map(({ recipient }) => recipient.name)
  const whole = {
    ...words,
    impact: 'An impact.',
    actions: 'Update.',
    noCveReason: 'Requested, not yet assigned.',
    creditDecision: 'as_in_ledger',
  } as const

  it('once the advisory is complete, of those who did not edit it, once, and again when an approved one changed', async () => {
    const { project, named } = await ready()
    const approver = 'Lead of Marmotte'
    // It was complete, and approved then.
    expect(await asked()).toEqual([approver])
    value(await editAdvisory(project.handler, { ...named, ...words, seen: 2 }))
    expect(await asked()).toEqual([approver])
    value(await editAdvisory(project.handler, { ...named, ...whole, seen: 3 }))
    expect(await asked()).toEqual([approver, approver])
    value(await editAdvisory(project.handler, { ...named, ...whole, title: 'Another', seen: 4 }))
    expect(await asked()).toEqual([approver, approver])
  })

  it('of nobody where the policy asks for none', async () => {
    const project = await addAnnouncingProject({ secondApproval: false })
    await addAnnounceableCase({ db }, project, 'reporter@example.net')
    expect(await asked()).toEqual([])
  })
})
