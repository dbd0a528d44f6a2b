import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases, lineStatuses, releaseLines } from '@/db/schema'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { moveCase } from '@/server/cases/move-case'
import { resetDatabase, testDatabase, testEngine } from '@/test/database'
import { addHandledCase } from '@/test/handled-case'
import { addReport } from '@/test/reporter'
import { addPerson, addProject, value } from '@/test/team'
import { addReleaseLine } from './add-release-line'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const rounds = 12

const lineOf = (name: string) => ({
  name,
  range: `>=${name}.0 <${name}.999`,
  branch: name,
  supportedFrom: '2025-01-01',
  supportedUntil: '',
})

/** The names of the lines a case lists, and of those its project has. */
async function linesOfCase(reference: string): Promise<{ listed: string[]; all: string[] }> {
  const [row] = await db.select().from(cases).where(eq(cases.reference, reference))
  if (!row) throw new Error('The case is gone.')
  const listed = await db
    .select({ name: releaseLines.name })
    .from(lineStatuses)
    .innerJoin(releaseLines, eq(releaseLines.id, lineStatuses.lineId))
    .where(eq(lineStatuses.caseId, row.id))
  const all = await db
    .select({ name: releaseLines.name })
    .from(releaseLines)
    .where(eq(releaseLines.projectId, row.projectId))
  const sorted = (lines: { name: string }[]) => lines.map(({ name }) => name).sort()
  return { listed: sorted(listed), all: sorted(all) }
}

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'done'

// The embedded engine does one transaction after the other.
describe.runIf(testEngine() === 'postgres')('a line added at the same moment (needs PostgreSQL)', () => {
  it('is before a case that begins to list lines then', async () => {
    for (let round = 0; round < rounds; round++) {
      const project = await addProject(`Project ${round}`, `P${round}`)
      const { slug } = project
      value(await addReleaseLine(project.lead, { project: slug, ...lineOf('1.0') }))
      const reports = [await addReport(project), await addReport(project)]
      const results = await Promise.all([
        acknowledgeCase(project.handler, { case: reports[0]!.reference }),
        addReleaseLine(project.lead, { project: slug, ...lineOf('1.1') }),
        acknowledgeCase(project.handler, { case: reports[1]!.reference }),
        addReleaseLine(project.lead, { project: slug, ...lineOf('1.2') }),
      ])
      expect(results.map(codeOf)).toEqual(['done', 'done', 'done', 'done'])
      for (const { reference } of reports) {
        const { listed, all } = await linesOfCase(reference)
        expect(all).toEqual(['1.0', '1.1', '1.2'])
        expect(listed).toEqual(all)
      }
    }
  })

  it('is before a case that comes from another project then, and not before one that leaves', async () => {
    for (let round = 0; round < rounds; round++) {
      const from = await addProject(`From ${round}`, `F${round}`)
      const to = await addProject(`To ${round}`, `T${round}`)
      for (const project of [from, to])
        value(await addReleaseLine(project.lead, { project: project.slug, ...lineOf('1.0') }))
      const { reference } = await addHandledCase(from, from.handler)
      const mover = await addPerson('Mover', { roles: { [from.id]: 'lead', [to.id]: 'lead' } })
      const results = await Promise.all([
        moveCase(mover, { case: reference, to: to.slug, explanation: 'It lives there.' }),
        addReleaseLine(to.lead, { project: to.slug, ...lineOf('1.1') }),
        addReleaseLine(from.lead, { project: from.slug, ...lineOf('1.1') }),
      ])
      expect(results.map(codeOf)).toEqual(['done', 'done', 'done'])
      const { listed, all } = await linesOfCase(reference)
      expect(listed).toEqual(all)
    }
  })
})
