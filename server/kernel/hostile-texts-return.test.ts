import { beforeEach, expect, it } from 'vitest'
import { advisoryPreview } from '@/server/advisories/advisory-preview'
import { editAdvisory } from '@/server/advisories/edit-advisory'
import { caseView } from '@/server/cases/case-view'
import { writeNote } from '@/server/cases/write-note'
import { writeToReporter } from '@/server/cases/write-to-reporter'
import { ownProfile } from '@/server/people/own-account'
import { updateProfile } from '@/server/people/update-profile'
import { ownReport } from '@/server/reports/own-report'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { addAnnounceableCase, addAnnouncingProject } from '@/test/announceable-case'
import { resetDatabase, testDatabase } from '@/test/database'
import { hostileStrings } from '@/test/hostile/strings'
import { addReport } from '@/test/reporter'
import { addQuestion } from '@/test/requests'
import { requestView } from '@/server/requests/request-view'
import { value } from '@/test/team'
import { cleanText } from '@/lib/text'

const { db } = await testDatabase()
beforeEach(resetDatabase)

/** Short enough for every field, and with something in it; without the marks of encryption, which ask for more. */
const short = hostileStrings.filter(
  (text) => text.length <= 80 && /[\p{L}\p{N}]/u.test(cleanText(text)) && !text.includes('BEGIN PGP'),
)
/** As many of them as fit into one long text, one a line, so that a few texts hold all. */
const pages = Array.from({ length: 6 }, (_, page) =>
  short.filter((_, i) => i % 6 === page).join('\nA line that says something.\n'),
)

/** Every string anywhere in an answer. */
function stringsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  if (typeof answer !== 'object' || answer === null) return []
  return Object.values(answer).flatMap(stringsIn)
}

const tidy = (text: string) =>
  cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd()

it('what was written comes back as it was written, on every side', async () => {
  const project = await addAnnouncingProject()
  const { handler } = project
  const { reference } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  const named = { case: reference }
  expect(pages.length).toBeGreaterThan(0)
  for (const [n, page] of pages.entries()) {
    const written = tidy(page)
    const report = await addReport(project, { description: page, impact: page, reproduction: page })
    value(await replyAsReporter(report.reporter, { body: `A reply. ${page}` }))
    value(await writeNote(handler, { case: report.reference, body: page }))
    value(await writeToReporter(handler, { case: report.reference, body: page }))
    const team = stringsIn(value(await caseView(handler, { case: report.reference })))
    expect(team.filter((text) => text === written).length).toBeGreaterThanOrEqual(5)
    expect(team).toContain(tidy(`A reply. ${page}`))
    const reporter = stringsIn(value(await ownReport(report.reporter, {})))
    expect(reporter).toContain(written)
    expect(reporter).toContain(tidy(`A reply. ${page}`))

    const { row } = await addQuestion(project, { what: page, where: page, how: page })
    const asked = stringsIn(value(await requestView(handler, { request: row.id })))
    expect(asked.filter((text) => text === written)).toHaveLength(3)

    const draft = { title: 'T', summary: 'S', impact: page, actions: page, references: '' }
    value(await editAdvisory(handler, { ...named, ...draft, seen: n + 2 }))
    expect(stringsIn(value(await advisoryPreview(handler, named))).join('\n')).toContain(written)
  }
})

it('a name comes back as it was written, with the white space of one line', async () => {
  const { handler } = await addAnnouncingProject()
  for (const text of short.filter((_, i) => i % 4 === 0)) {
    value(await updateProfile(handler, { name: text, timeZone: 'UTC' }))
    const name = cleanText(text).replace(/\s+/g, ' ').trim()
    expect(value(await ownProfile(handler, {})).name).toBe(name)
  }
})
