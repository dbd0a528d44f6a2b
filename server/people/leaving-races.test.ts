import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases } from '@/db/schema'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { assignHandler } from '@/server/cases/assign-handler'
import { possibleHandlers } from '@/server/cases/team'
import { now } from '@/server/kernel/clock'
import { resetDatabase, testDatabase, testEngine } from '@/test/database'
import { addHandledCase } from '@/test/handled-case'
import { addReport } from '@/test/reporter'
import { addPerson, addProject, anyone } from '@/test/team'
import { removeMember } from './remove-member'
import { removePerson } from './remove-person'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const rounds = 8

/** Whether whoever answers for the case may still do so; true while nobody does. */
async function isAnswered(projectId: string, reference: string): Promise<boolean> {
  const [row] = await db.select().from(cases).where(eq(cases.reference, reference))
  const team = await possibleHandlers({ tx: db, now: now(), actor: anyone }, projectId)
  return row?.handlerId === null || team.some(({ personId }) => personId === row?.handlerId)
}

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'done'

// The embedded engine does one transaction after the other.
describe.runIf(testEngine() === 'postgres')('leaving while cases change hands (needs PostgreSQL)', () => {
  it('never leaves a case with somebody who is gone, and never fails', async () => {
    for (let round = 0; round < rounds; round++) {
      const project = await addProject(`Project ${round}`, `P${round}`)
      const { personId } = await addPerson('Leaver', { roles: { [project.id]: 'handler' } })
      const leaver = { ...(await addPerson('Other')), personId, roles: { [project.id]: 'handler' as const } }
      const { reference } = await addHandledCase(project, project.handler)
      const fresh = await addReport(project)
      const handOverTo = project.lead.personId
      const results = await Promise.all([
        assignHandler(project.lead, { case: reference, to: personId }),
        acknowledgeCase(leaver, { case: fresh.reference }),
        round % 2 === 0
          ? removePerson(project.owner, { personId, handOverTo })
          : removeMember(project.lead, { project: project.slug, personId, handOverTo }),
      ])
      expect(results.map(codeOf)).not.toContain('failed')
      expect(await isAnswered(project.id, reference)).toBe(true)
      expect(await isAnswered(project.id, fresh.reference)).toBe(true)
    }
  })
})
