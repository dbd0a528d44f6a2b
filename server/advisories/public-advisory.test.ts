import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { GET as deskFeed } from '@/app/(portal)/feed.atom/route'
import { GET as jsonDocument } from '@/app/(portal)/projects/[project]/advisories/[advisory]/advisory.json/route'
import { GET as projectFeed } from '@/app/(portal)/projects/[project]/feed.atom/route'
import { advisories } from '@/db/schema'
import { publicDocumentSchema } from '@/domain/advisories/public-document'
import { dayMs, hourMs, plusMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { acknowledgeCase } from '../cases/acknowledge-case'
import { changeLine } from '../cases/change-line'
import { classifySeverity } from '../cases/classify-severity'
import { confirmCase } from '../cases/confirm-case'
import { resolveCase } from '../cases/resolve-case'
import { publicAdvisories } from './public-advisories'
import { publicAdvisory } from './public-advisory'
import { publishAdvisory } from './publish-advisory'
import { correctAdvisory, withdrawAdvisory } from './revise-advisory'

const database = await testDatabase()
const { db } = database
beforeEach(resetDatabase)

const url = 'http://localhost:3000/'
const publicIdOf = async (caseId: string) => {
  const [row] = await db
    .select({ id: advisories.publicId })
    .from(advisories)
    .where(eq(advisories.caseId, caseId))
  return row!.id
}

async function released() {
  const project = await addAnnouncingProject()
  const made = await addAnnounceableCase(database, project, 'moth@example.test')
  return { project, ...made, publicId: await publicIdOf(made.id) }
}

async function announced() {
  const made = await released()
  value(await scheduleAt(made.project, made.reference, plusMs(testStart, 7 * dayMs)))
  advanceClock(7 * dayMs)
  value(await publishAdvisory(jobActor('advisories.publish'), { case: made.id }))
  return made
}

const ask = async (advisory: string, more: { project?: string; revision?: string } = {}) =>
  publicAdvisory(anyone, { project: 'marmotte', advisory, ...more } as never)

describe('the address of an advisory', () => {
  it('answers the same to an unknown id, to one being prepared, and to one of another project', async () => {
    const project = await addAnnouncingProject()
    await addProject('Murmel', 'MUR')
    const { reference, caseId } = await addReport(project)
    value(await acknowledgeCase(project.handler, { case: reference }))
    const line = project.lines[0]!
    value(await changeLine(project.handler, { case: reference, line, seen: 1, affectedness: 'affected' }))
    value(await classifySeverity(project.handler, { case: reference, ratingAlone: 'low', cwes: 'CWE-22' }))
    value(await confirmCase(project.handler, { case: reference, reproduction: 'Done.' }))
    const prepared = await ask(await publicIdOf(caseId))
    const unknown = await ask('DDA-2026-AAAA-AAAA')
    expect(refusalOf(prepared)).toBe('not_found')
    expect(prepared).toEqual(unknown)
    expect(await ask('no id at all')).toEqual(unknown)
    expect(await ask(await publicIdOf(caseId), { project: 'murmel' })).toEqual(unknown)
  })

  it('The release notes link to the advisory before it is published: an interim notice, not 404, and no detail.', async () => {
    const { project, reference, publicId } = await released()
    const before = value(await ask(publicId))
    expect(before).toMatchObject({
      kind: 'interim',
      notice: {
        text: expect.stringContaining('A security fix was released in 1.3.7 and 1.2.7.'),
        detailsAt: null,
      },
    })
    const at = plusMs(testStart, 8 * dayMs)
    value(await scheduleAt(project, reference, at))
    const scheduled = value(await ask(publicId))
    expect(scheduled).toMatchObject({ kind: 'interim', notice: { detailsAt: at } })
    for (const detail of [/template/i, /cwe/i, /high/i, new RegExp(reference), /moth/])
      expect(JSON.stringify(scheduled)).not.toMatch(detail)
    expect(refusalOf(await ask(publicId, { revision: '1' }))).toBe('not_found')
    expect(refusalOf(await ask(publicId, { project: 'nobody' }))).toBe('not_found')
  })

  it('does not promise details of a case that ended without an advisory', async () => {
    const { project, reference, publicId } = await released()
    const explanation = 'It was not one after all.'
    value(await resolveCase(project.handler, { case: reference, kind: 'not_a_vulnerability', explanation }))
    expect(refusalOf(await ask(publicId))).toBe('not_found')
  })

  it('shows the document from the announcement on, each revision, and a withdrawal', async () => {
    const { project, reference, publicId } = await announced()
    const first = value(await ask(publicId.toLowerCase()))
    expect(first).toMatchObject({
      kind: 'document',
      isLatest: true,
      document: { id: publicId, status: 'announced' },
    })
    advanceClock(hourMs)
    value(await correctAdvisory(project.handler, { case: reference, note: 'Clearer words.' }))
    value(await withdrawAdvisory(project.handler, { case: reference, note: 'It was none.' }))
    expect(value(await ask(publicId))).toMatchObject({ isLatest: true, document: { status: 'withdrawn' } })
    expect(value(await ask(publicId, { revision: '1' }))).toMatchObject({
      isLatest: false,
      document: { status: 'announced', revisions: [{ number: 1 }] },
    })
    expect(refusalOf(await ask(publicId, { revision: '9' }))).toBe('not_found')
    expect(refusalOf(await ask(publicId, { revision: 'x' }))).toEqual(['invalid', 'revision'])
  })

  it('is listed by its project once announced, and not before', async () => {
    const { publicId, project, reference, id } = await released()
    const list = async () => value(await publicAdvisories(anyone, { project: 'marmotte' })).documents
    expect(await list()).toEqual([])
    value(await scheduleAt(project, reference, plusMs(testStart, 7 * dayMs)))
    advanceClock(7 * dayMs)
    value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))
    expect((await list()).map((document) => document.id)).toEqual([publicId])
  })
})

describe('documents for programs', () => {
  const json = (advisory: string, headers?: HeadersInit) =>
    jsonDocument(new Request(url, { headers }), {
      params: Promise.resolve({ project: 'marmotte', advisory }),
    })
  const feed = (project: string, headers?: HeadersInit) =>
    projectFeed(new Request(url, { headers }), { params: Promise.resolve({ project }) })

  it('serve the document as JSON that caches may keep, and 304 to who has it', async () => {
    const { publicId, project, reference } = await announced()
    const answer = await json(publicId)
    expect(publicDocumentSchema.parse(await answer.json()).id).toBe(publicId)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    const etag = answer.headers.get('etag')!
    const since = answer.headers.get('last-modified')!
    expect(since).toBe('Fri, 27 Nov 2026 09:00:00 GMT')
    for (const known of [
      ['if-none-match', `"x", W/${etag}`],
      ['if-modified-since', since],
    ] as const) {
      const again = await json(publicId, [[...known]])
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    expect((await json(publicId, { 'if-none-match': '"x"', 'if-modified-since': since })).status).toBe(200)
    advanceClock(hourMs)
    value(await correctAdvisory(project.handler, { case: reference, note: 'Clearer words.' }))
    expect((await json(publicId, { 'if-none-match': etag })).status).toBe(200)
    expect((await json(publicId, { 'if-modified-since': since })).status).toBe(200)
  })

  it('answer 404 alike for what is unknown and what is not announced', async () => {
    const { publicId } = await released()
    const answers = [await json(publicId), await json('DDA-2026-AAAA-AAAA'), await feed('nobody')]
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
      expect(await answer.text()).toBe('There is nothing at this address.\n')
    }
  })

  it('feed what was announced, well formed and the same until something changes', async () => {
    const { publicId } = await announced()
    const answer = await feed('marmotte')
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const text = await answer.text()
    expect(text).toContain(`<id>http://localhost:3000/projects/marmotte/advisories/${publicId}</id>`)
    expect(text).toContain('<updated>2026-11-27T09:00:00.000Z</updated>')
    advanceClock(dayMs)
    expect((await feed('marmotte', { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304)
    expect(await (await deskFeed(new Request(url))).text()).toContain(publicId)
  })

  it('feed nothing before there is anything', async () => {
    await addProject()
    const text = await (await feed('marmotte')).text()
    expect(text).toContain('<updated>2026-11-20T09:00:00.000Z</updated>')
    expect(text).not.toContain('<entry>')
  })
})
