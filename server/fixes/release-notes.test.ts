import { beforeEach, describe, expect, it } from 'vitest'
import { dayMs, plusMs } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { caseView } from '@/server/cases/case-view'
import { changeTitle } from '@/server/cases/change-title'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addOpenCase, addSampleProject, eventsOf, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { checkText } from './check-text'
import { writeReleaseNote } from './write-release-note'

const { db } = await testDatabase()
beforeEach(resetDatabase)

describe('release notes', () => {
  it('A release note with the CVE id or “security fix” during the embargo: the lint stops it; after publication the same lint demands it', async () => {
    const project = await addAnnouncingProject()
    const { reference, id } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
    const named = { case: reference }
    const isStopped = async (
      kind: 'pull_request' | 'branch' | 'commit_message' | 'release_note',
      text: string,
    ) => value(await checkText(project.handler, { ...named, kind, text })).isStopped
    expect(await isStopped('pull_request', 'Fix CVE-2026-12345')).toBe(true)
    expect(await isStopped('branch', 'fix/path-traversal-in-templates')).toBe(true)
    expect(await isStopped('commit_message', 'Stop template names from escaping the folder')).toBe(true)
    expect(await isStopped('release_note', '1.2.7 is a security fix.')).toBe(true)
    expect(await isStopped('release_note', '1.2.7 is a maintenance release.')).toBe(false)
    value(await scheduleAt(project, reference, plusMs(testStart, 8 * dayMs)))
    setClock(plusMs(testStart, 8 * dayMs))
    value(await publishAdvisory(jobActor('advisories.publish'), { case: id }))
    expect(await isStopped('release_note', '1.2.7 is a maintenance release.')).toBe(true)
    expect(await isStopped('release_note', '1.2.7 is a security fix. Update now.')).toBe(false)
    expect(await isStopped('pull_request', 'Fix CVE-2026-12345')).toBe(false)
  })

  it('are written for each moment under the same lint, and generated again when left empty', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const write = (input: { moment?: 'before' | 'after'; seen: number; text?: string }) =>
      writeReleaseNote(project.handler, { ...named, moment: 'before', ...input })
    expect(refusalOf(await write({ seen: 0, text: '{version} is a security fix.' }))).toEqual([
      'invalid',
      'text',
    ])
    expect(refusalOf(await write({ moment: 'after', seen: 0, text: '{version} tidies up.' }))).toEqual([
      'invalid',
      'text',
    ])
    const text = '{version} of {line} starts faster.'
    value(await write({ seen: 0, text }))
    expect(refusalOf(await write({ seen: 0, text: 'Something else.' }))).toBe('conflict')
    const notes = async () => value(await caseView(project.lead, named)).fix.notes
    expect(await notes()).toEqual({
      before: { text, version: 1, changedBy: 'Handler of Marmotte', objections: [] },
    })
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({
      type: 'release_note_changed',
      data: { moment: 'before', isOwn: true },
    })
    value(await write({ seen: 1 }))
    expect(await notes()).toMatchObject({ before: { text: null, version: 2 } })
  })

  it('say on the case when what it is called has come to be given away by them', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const text = '{version} makes widget caching quicker.'
    value(await writeReleaseNote(project.handler, { ...named, moment: 'before', seen: 0, text }))
    value(await changeTitle(project.handler, { ...named, title: 'Widget caching leaks' }))
    const { notes } = value(await caseView(project.handler, named)).fix
    expect(notes.before?.objections.join(' ')).toContain('widget')
  })

  it('are for who works on the case', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const before = await historyOf(caseId)
    const note = { ...named, moment: 'before' as const, seen: 0, text: 'Tidied up.' }
    expect(refusalOf(await writeReleaseNote(project.observer, note))).toBe('forbidden')
    expect(refusalOf(await writeReleaseNote(project.stranger, note))).toBe('not_found')
    expect(await historyOf(caseId)).toEqual(before)
  })
})
