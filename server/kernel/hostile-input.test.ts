import { randomBytes } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { approveAdvisory } from '@/server/advisories/approve-advisory'
import { changeCredit } from '@/server/advisories/change-credit'
import { editAdvisory } from '@/server/advisories/edit-advisory'
import { publicAdvisory } from '@/server/advisories/public-advisory'
import { proposeEmbargo } from '@/server/cases/answer-embargo'
import { caseCalendar } from '@/server/cases/calendar'
import { caseQueue } from '@/server/cases/case-queue'
import { caseView } from '@/server/cases/case-view'
import { recordAudit } from '@/server/cases/record-audit'
import { recordRelease } from '@/server/cases/record-release'
import { outbox, projectOutbox } from '@/server/mail/queries'
import { changePolicy } from '@/server/policies/change-policy'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { changeProject } from '@/server/projects/change-project'
import { publicProject } from '@/server/projects/public-project'
import { submitReport } from '@/server/reports/submit-report'
import { addAnnounceableCase, addAnnouncingProject } from '@/test/announceable-case'
import { resetDatabase, testDatabase } from '@/test/database'
import { anyone } from '@/test/team'
import type { Actor } from '@/domain/access/actor'
import type { Operation } from './operation'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const texts = ['\0', 'a\0b', '\ud800', 'x'.repeat(100_000), "' or 1=1 --", '%', '__proto__']
const versions = ['99999999999', '2147483647', '-1', '1e9', 'Infinity', '\0']
const instants = [
  '+275760-09-13T00:00:00Z',
  '-000100-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-99-99T99:99',
]
const cursorOf = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')
const nobody = '00000000-0000-4000-8000-000000000000'

it('nothing that anybody may send is a failure of ours', async () => {
  const project = await addAnnouncingProject()
  const { reference, lines } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  const named = { case: reference }
  const { handler, lead, owner, slug } = project
  const tried: [string, unknown][] = []
  const send = async (operation: Operation<never, unknown>, actor: Actor, input: object) => {
    const answer = await operation(actor, input as never)
    tried.push([operation.operation.name, answer.ok || answer.refusal.code])
    if (!answer.ok && answer.refusal.code === 'failed')
      expect.fail(`${operation.operation.name} failed on ${JSON.stringify(input).slice(0, 300)}`)
  }

  for (const text of texts) {
    await send(caseQueue, handler, { project: text })
    await send(caseQueue, handler, { text })
    await send(caseQueue, handler, { cursor: text })
    await send(caseView, handler, { case: text })
    await send(caseCalendar, handler, { timeZone: text, month: text })
    await send(publicProject, anyone, { project: text })
    await send(publicAdvisory, anyone, { project: slug, advisory: text, revision: text })
    await send(outbox, owner, { after: text })
    await send(projectOutbox, lead, { project: text })
    const report = {
      title: text,
      description: text,
      impact: text,
      contactEmail: text,
      disclosureTimeZone: text,
    }
    const submission = randomBytes(16).toString('base64url')
    await send(submitReport, anyone, { ...report, project: slug, submission, timeZone: text })
  }
  for (const cursor of [
    cursorOf('due', '0000-01-01T00:00:00.000Z', nobody),
    cursorOf('due', 'infinity', `${nobody}\0`),
    cursorOf('due', { a: 1 }, nobody),
    cursorOf('due', 'infinity'),
  ])
    await send(caseQueue, handler, { cursor })
  for (const seen of versions) {
    await send(editAdvisory, handler, { ...named, seen, references: '' })
    await send(approveAdvisory, lead, { ...named, seen })
    const credit = { credit: nobody, name: 'A', roles: ['finder'], consent: 'asked' }
    await send(changeCredit, handler, { ...named, ...credit, seen })
    await send(recordAudit, handler, { ...named, waived: 'on', waivedBecause: 'No need.', seen })
    const facts = { name: 'M', summary: 'M.', packages: '' }
    await send(changeProject, lead, { project: slug, version: seen, ...facts })
    await send(changePolicy, lead, { project: slug, basedOn: seen, terms: {} })
    await send(publicAdvisory, anyone, { project: slug, advisory: 'DDA-2026-AAAA-AAAA', revision: seen })
  }
  for (const at of instants) {
    const release = { version: '1.2.8', releasedAt: at, url: 'https://git.example.org/1.2.8' }
    await send(recordRelease, handler, { ...named, line: lines[0], seen: 3, ...release })
    await send(proposeEmbargo, handler, { ...named, until: at, untilZone: 'UTC' })
  }
  for (const day of ['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30']) {
    const line = { name: '9.x', range: '>=9.0.0 <10.0.0', branch: '9' }
    await send(addReleaseLine, lead, {
      project: slug,
      ...line,
      supportedFrom: day,
      supportedUntil: '9999-12-31',
    })
  }
  expect(tried.length).toBeGreaterThan(100)
})
