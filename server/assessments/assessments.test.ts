import { spawn } from 'node:child_process'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases, events, gateTokens, lineStatuses, people, reports } from '@/db/schema'
import { tokenActor } from '@/server/auth/token-actor'
import { changeLine } from '@/server/cases/change-line'
import { resolveCase } from '@/server/cases/resolve-case'
import { jsonAnswer } from '@/server/kernel/route'
import { instanceChainId } from '@/server/kernel/event-chain'
import { vault } from '@/server/kernel/vault'
import { verifyEvents } from '@/server/kernel/verify-events'
import { makeGateToken, revokeGateToken } from '@/server/tokens/gate-tokens'
import { addAnnouncingProject } from '@/test/announceable-case'
import { testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { assessmentList } from './assessment-list'
import { assessmentView } from './assessment-view'
import { beginAssessment, changeAssessment, finishAssessment, reopenAssessment } from './change-assessment'
import { askReleaseGate } from './release-gate'
import { acceptFinding, openFindingCase, reopenFinding } from './settle-finding'
import { addFinding, changeFinding } from './write-finding'

const { db } = await testDatabase()
beforeEach(resetDatabase)

type Project = Awaited<ReturnType<typeof addProject>>

const plan = {
  scope: 'The sign-in and its settings.',
  assessors: 'Mei Silva',
  method: 'Review, and a scanner.',
}
const found = {
  weakness: 'weak_authentication' as const,
  rating: 'high' as const,
  title: 'Sessions never end',
  description: 'A session is good for ever.',
}

async function assessed(project: Project, release = '1.2.5') {
  const { id } = value(await beginAssessment(project.handler, { project: project.slug, release, ...plan }))
  return id
}
const reasonsOf = async (project: Project, version = '1.2.5') =>
  value(await askReleaseGate(project.observer, { project: project.slug, version })).reasons.map(
    ({ code }) => code,
  )
const viewOf = async (project: Project, assessment: string) =>
  value(await assessmentView(project.observer, { assessment }))

describe('an assessment', () => {
  it('is of one release, sealed, and recorded', async () => {
    const project = await addProject()
    const assessment = await assessed(project, 'v1.2.5')
    const again = { project: project.slug, release: '1.2.5', ...plan }
    expect(refusalOf(await beginAssessment(project.handler, again))).toEqual(['invalid', 'release'])
    expect(refusalOf(await beginAssessment(project.handler, { ...again, release: 'next' }))).toEqual([
      'invalid',
      'release',
    ])
    const changed = { assessment, seen: 1, ...plan, method: 'Review alone.' }
    value(await changeAssessment(project.handler, changed))
    expect(refusalOf(await changeAssessment(project.handler, changed))).toBe('conflict')
    expect(await viewOf(project, assessment)).toMatchObject({
      release: '1.2.5',
      plan: { method: 'Review alone.' },
      begun: { by: project.handler.name },
    })
    const recorded = await db.select({ type: events.type }).from(events)
    expect(recorded.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['assessment_begun', 'assessment_changed']),
    )
    expect((await verifyEvents(db)).breaks).toEqual([])
  })

  it('is for the team: observers look, strangers find nothing', async () => {
    const project = await addProject()
    const assessment = await assessed(project)
    expect(refusalOf(await addFinding(project.observer, { assessment, ...found }))).toBe('forbidden')
    expect(refusalOf(await assessmentView(project.stranger, { assessment }))).toBe('not_found')
    expect(refusalOf(await assessmentList(anyone, { project: project.slug }))).toBe('not_found')
    expect(value(await assessmentList(project.observer, { project: project.slug })).assessments).toHaveLength(
      1,
    )
  })
})

describe('a finding', () => {
  it('is changed while it is open; an acceptance is put back with a reason, and both reasons stay', async () => {
    const project = await addProject()
    const assessment = await assessed(project)
    const { id: finding } = value(await addFinding(project.handler, { assessment, ...found }))
    const changed = { finding, seen: 1, ...found, title: 'Sessions end late', rating: 'low' as const }
    value(await changeFinding(project.handler, changed))
    expect(refusalOf(await changeFinding(project.handler, changed))).toBe('conflict')
    expect(refusalOf(await reopenFinding(project.handler, { finding, seen: 2, reason: 'x' }))).toBe('refused')
    const [shown] = (await viewOf(project, assessment)).findings
    expect(shown).toMatchObject({ title: 'Sessions end late', rating: 'low', state: 'open' })

    value(await acceptFinding(project.handler, { finding, seen: 2, reason: 'A week is short.' }))
    expect(refusalOf(await changeFinding(project.handler, { ...changed, seen: 3 }))).toBe('refused')
    const back = { finding, seen: 3, reason: 'It is a year.' }
    expect(refusalOf(await reopenFinding(project.observer, back))).toBe('forbidden')
    value(await reopenFinding(project.lead, back))
    const put = (await viewOf(project, assessment)).findings[0]
    expect(put).toMatchObject({ state: 'open', reason: null })
    const { handler, lead } = project
    expect(put?.history.map(({ type, by, state }) => [type, by, state])).toEqual([
      ['finding_added', handler.name, null],
      ['finding_changed', handler.name, null],
      ['finding_settled', handler.name, 'accepted'],
      ['finding_reopened', lead.name, null],
    ])
    expect(put?.history.map(({ reason }) => reason !== null)).toEqual([false, false, false, true])
    expect(put?.history.at(-1)?.reason).toMatch(/A week is short\.[^]*It is a year\./)
    expect(put?.history.at(-1)?.at).toBe(testStart)
    const kept = (await db.select().from(events)).find(({ type }) => type === 'finding_reopened')
    const place = { table: 'events', row: `${instanceChainId}/${kept?.position}`, column: 'prose' }
    const words = vault().instanceVault.open(place, kept?.prose ?? new Uint8Array())
    expect(words).toContain('A week is short.')
    expect(words).toContain('It is a year.')
    expect((await verifyEvents(db)).breaks).toEqual([])
    const { reference } = value(await openFindingCase(project.handler, { finding, seen: 4 }))
    expect(reference).toMatch(/^MAR-/)
    expect(refusalOf(await reopenFinding(project.lead, { ...back, seen: 5 }))).toBe('refused')
  })
})

describe('the release gate', () => {
  it('opens when the assessment is finished and every finding accepted or closed', async () => {
    const project = await addProject()
    expect(await reasonsOf(project)).toEqual(['not_assessed'])
    const assessment = await assessed(project)
    const { id: first } = value(await addFinding(project.handler, { assessment, ...found }))
    const { id: second } = value(await addFinding(project.handler, { assessment, ...found, cwe: 'cwe-613' }))
    expect((await viewOf(project, assessment)).findings.map(({ cwe }) => cwe).toSorted()).toEqual([
      'CWE-1390',
      'CWE-613',
    ])
    expect(await reasonsOf(project)).toEqual(['not_finished', 'findings_open'])
    const listed = async () =>
      value(await assessmentList(project.observer, { project: project.slug })).assessments[0]
    expect(await listed()).toMatchObject({ findings: 2, open: 2 })
    value(await finishAssessment(project.handler, { assessment, seen: 1 }))
    expect(refusalOf(await addFinding(project.handler, { assessment, ...found }))).toBe('refused')
    const accepted = { finding: first, seen: 1, reason: 'Only in the demonstration.' }
    value(await acceptFinding(project.handler, accepted))
    expect(await listed()).toMatchObject({ findings: 2, open: 1 })
    expect(refusalOf(await acceptFinding(project.handler, accepted))).toBe('refused')
    expect(refusalOf(await openFindingCase(project.handler, { finding: second, seen: 7 }))).toBe('conflict')
    const { reference } = value(await openFindingCase(project.handler, { finding: second, seen: 1 }))
    expect(await reasonsOf(project)).toEqual(['cases_open'])
    expect((await db.select().from(reports))[0]).toMatchObject({ channel: 'assessment', contact: null })
    const explanation = 'It is documented.'
    value(await resolveCase(project.handler, { case: reference, kind: 'not_a_vulnerability', explanation }))
    expect(await reasonsOf(project)).toEqual([])
    value(await reopenAssessment(project.handler, { assessment, seen: 2 }))
    expect(await reasonsOf(project)).toEqual(['not_finished'])
  })

  it('waits for the fix on the release’s own line', async () => {
    const project = await addAnnouncingProject()
    const assessment = await assessed(project)
    const { id: finding } = value(await addFinding(project.handler, { assessment, ...found }))
    value(await finishAssessment(project.handler, { assessment, seen: 1 }))
    const { reference } = value(await openFindingCase(project.handler, { finding, seen: 1 }))
    const [first = '', second = ''] = project.lines
    const named = { case: reference, seen: 1 }
    value(await changeLine(project.handler, { ...named, line: first, affectedness: 'affected' }))
    value(await changeLine(project.handler, { ...named, line: second, affectedness: 'affected' }))
    expect(await reasonsOf(project)).toEqual(['cases_open'])
    await db.update(lineStatuses).set({ plan: 'fix', work: 'merged' }).where(eq(lineStatuses.lineId, first))
    expect(await reasonsOf(project)).toEqual([])
    expect(await reasonsOf(project, '1.3.5')).toEqual(['not_assessed'])
  })

  it('counts a restricted case without naming it', async () => {
    const project = await addProject()
    const assessment = await assessed(project)
    const { id: finding } = value(await addFinding(project.lead, { assessment, ...found }))
    value(await openFindingCase(project.lead, { finding, seen: 1 }))
    await db.update(cases).set({ isRestricted: true })
    expect(await reasonsOf(project)).toEqual(['not_finished', 'cases_open'])
    expect((await viewOf(project, assessment)).findings[0]?.reference).toBeNull()
  })
})

describe('a gate token', () => {
  const made = async (project: Project) =>
    value(await makeGateToken(project.lead, { project: project.slug, name: 'The pipeline' })).token
  const bearer = (token: string) => tokenActor(`Bearer ${token}`)

  it('asks the gate of its project and nothing else', async () => {
    const project = await addProject()
    const other = await addProject('Dynamoose', 'DYN')
    const actor = (await bearer(await made(project)))!
    const asked = { project: project.slug, version: '1.2.5' }
    expect(value(await askReleaseGate(actor, asked)).mayGoOut).toBe(false)
    expect(refusalOf(await askReleaseGate(actor, { ...asked, project: other.slug }))).toBe('not_found')
    expect(refusalOf(await assessmentList(actor, { project: project.slug }))).toBe('forbidden')
    const [row] = await db.select().from(gateTokens)
    expect(row?.hash).not.toContain('ddgate_')
    expect(row?.lastUsedAt).not.toBeNull()
  })

  it('is worth nothing once revoked, made up, or when its maker is no lead any more', async () => {
    const project = await addProject()
    const [kept, revoked] = [await made(project), await made(project)]
    const rows = await db.select().from(gateTokens)
    const asked = { project: project.slug, token: rows[1]!.id }
    expect(refusalOf(await revokeGateToken(project.handler, asked))).toBe('forbidden')
    value(await revokeGateToken(project.lead, asked))
    expect(refusalOf(await revokeGateToken(project.lead, asked))).toBe('refused')
    const kinds = async () =>
      Promise.all(
        [kept, revoked, `ddgate_${'a'.repeat(43)}`, 'x'].map(async (one) => (await bearer(one))?.kind),
      )
    expect((await kinds()).toSorted()).toEqual(['anyone', 'anyone', 'anyone', 'machine'])
    await db.update(people).set({ removedAt: rows[0]!.madeAt }).where(eq(people.id, project.lead.personId))
    expect(await kinds()).toEqual(['anyone', 'anyone', 'anyone', 'anyone'])
    expect(await tokenActor(null)).toBeNull()
  })
})

describe('the command of a pipeline', () => {
  /** The route of the desk, on a port of its own. */
  async function serving<Output>(work: (url: string) => Promise<Output>): Promise<Output> {
    const server = http.createServer((request, response) => {
      void answer(request.url ?? '', request.headers.authorization ?? null).then(async (its) => {
        response.writeHead(its.status, { 'content-type': 'application/json' })
        response.end(await its.text())
      })
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    } finally {
      server.close()
    }
  }
  async function answer(path: string, authorization: string | null): Promise<Response> {
    const [, project = '', version = ''] =
      /^\/api\/v1\/projects\/([^/]+)\/releases\/([^/]+)\/gate$/.exec(path) ?? []
    const actor = (await tokenActor(authorization)) ?? anyone
    return jsonAnswer(await askReleaseGate(actor, { project, version }), actor)
  }
  const run = (args: string[], token?: string) =>
    new Promise<{ code: number | null; said: string }>((ended) => {
      const env = { ...process.env, DISCLOSURE_DESK_TOKEN: token ?? '' }
      const child = spawn(process.execPath, ['scripts/release-gate.mjs', ...args], { env })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)))
      child.on('close', (code) => ended({ code, said }))
    })

  it('ends with 0, 1 or 2, and prints why', async () => {
    const project = await addProject()
    const { token } = value(await makeGateToken(project.lead, { project: project.slug, name: 'CI' }))
    await serving(async (desk) => {
      const args = ['--desk', desk, '--project', project.slug, '--release', '1.2.5']
      expect(await run(args, token)).toEqual({
        code: 1,
        said: '1.2.5 may not go out:\n  - Nobody has assessed 1.2.5.\n',
      })
      value(await finishAssessment(project.handler, { assessment: await assessed(project), seen: 1 }))
      expect(await run(args, token)).toEqual({ code: 0, said: '1.2.5 may go out.\n' })
      expect(await run(args, 'ddgate_wrong')).toMatchObject({ code: 2, said: expect.stringContaining('401') })
      expect(await run(args)).toMatchObject({
        code: 2,
        said: expect.stringContaining('DISCLOSURE_DESK_TOKEN'),
      })
      expect(await run([])).toMatchObject({ code: 2, said: expect.stringContaining('release-gate --desk') })
    })
    const gone = ['--desk', 'http://127.0.0.1:1', '--project', 'x', '--release', '1.0.0']
    expect((await run(gone, token)).code).toBe(2)
  })
})
