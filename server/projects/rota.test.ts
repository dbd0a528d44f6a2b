import { beforeEach, describe, expect, it } from 'vitest'
import { handlerSuggestion } from '@/server/cases/handler-suggestion'
import { advanceClock, setClock } from '@/test/clock'
import { dayMs, toInstant } from '@/lib/instant'
import { projectTeam } from '@/server/people/project-team'
import { resetDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addPerson, addProject, refusalOf, value } from '@/test/team'
import { changeRota } from './change-rota'

beforeEach(resetDatabase)

async function teamOfTwo() {
  setClock(toInstant('2026-11-23T09:00:00Z'))
  const project = await addProject()
  const { handler, lead } = project
  const given = {
    project: project.slug,
    version: 1,
    turn1: handler.personId,
    turn2: lead.personId,
    startsOn: '2026-11-23',
    daysPerTurn: 7,
  }
  return { project, given, handler, lead }
}

describe('the duty rota', () => {
  it('names whom the desk suggests, turn after turn, and the page shows who comes next', async () => {
    const { project, given, handler, lead } = await teamOfTwo()
    const { reference } = await addReport(project)
    const suggested = async () =>
      value(await handlerSuggestion(lead, { case: reference })).suggestion?.reason ?? null
    value(await changeRota(lead, given))
    expect(await suggested()).toBe(`${handler.name} is on duty until 29 Nov, and has no open case.`)
    advanceClock(7 * dayMs)
    expect(await suggested()).toBe(`${lead.name} is on duty until 6 Dec, and has no open case.`)
    const { turns } = value(await projectTeam(handler, { project: project.slug }))
    expect(turns.slice(0, 3).map(({ personId }) => personId)).toEqual([
      lead.personId,
      handler.personId,
      lead.personId,
    ])
    value(await changeRota(lead, { ...given, version: 2, turn1: '', turn2: '' }))
    expect(await suggested()).toMatch(/least|turn/)
  })

  it('takes each person of the team once, and loses no other change', async () => {
    const { project, given, handler, lead } = await teamOfTwo()
    const elsewhere = await addPerson('Elsewhere')
    const refused = async (more: object) => refusalOf(await changeRota(lead, { ...given, ...more }))
    expect(await refused({ turn2: handler.personId })).toEqual(['invalid', 'turn2'])
    expect(await refused({ turn2: project.observer.personId })).toEqual(['invalid', 'turn2'])
    expect(await refused({ turn2: elsewhere.personId })).toEqual(['invalid', 'turn2'])
    expect(await refused({ startsOn: '' })).toEqual(['invalid', 'startsOn'])
    expect(await refused({ daysPerTurn: 32 })).toEqual(['invalid', 'daysPerTurn'])
    value(await changeRota(lead, given))
    expect(await refused({})).toBe('conflict')
    expect(refusalOf(await changeRota(handler, { ...given, version: 2 }))).toBe('forbidden')
  })
})
