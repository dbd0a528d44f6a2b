import { beforeEach, describe, expect, it } from 'vitest'
import { hourMs } from '@/lib/instant'
import { compareSeverities } from '@/domain/severity/compare'
import { advanceClock } from '@/test/clock'
import { resetDatabase } from '@/test/database'
import { addOpenCase, addSampleProject, eventsOf, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { caseView } from './case-view'
import { addParticipant } from './change-participants'
import { choosePace } from './choose-pace'
import { classifySeverity } from './classify-severity'
import { scoreSeverity } from './score-severity'

beforeEach(resetDatabase)

const network = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
const local = 'CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H'

describe('scoreSeverity', () => {
  it('keeps what each person thinks beside what was decided, whatever happens to either', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    value(await scoreSeverity(project.handler, { ...named, vector31: network, cwes: 'cwe-22' }))
    advanceClock(hourMs)
    value(await scoreSeverity(project.lead, { ...named, vector31: local, reason: 'Needs a shell.' }))
    const before = value(await caseView(project.handler, named))
    expect(before.rating).toBeNull()
    expect(before.assessments).toEqual([])
    value(await classifySeverity(project.lead, { ...named, vector31: local, seen: '' }))
    advanceClock(hourMs)
    value(await scoreSeverity(project.handler, { ...named, vector31: network, cwes: 'cwe-20' }))

    const view = value(await caseView(project.handler, named))
    expect(view.rating).toBe('high')
    expect(view.opinions.map(({ by, severity, reason }) => [by, severity.rating, reason])).toEqual([
      [project.lead.name, 'high', 'Needs a shell.'],
      [project.handler.name, 'critical', null],
    ])
    expect(view.weaknesses).toMatchObject([{ id: 'CWE-20', usage: 'discouraged' }])
    const [compared] = compareSeverities(view.opinions.map(({ severity }) => severity))
    expect(compared?.metrics.filter(({ differs }) => differs).map(({ metric }) => metric)).toEqual([
      'AV',
      'UI',
    ])
    expect((await historyOf(caseId)).filter((type) => type === 'severity_scored')).toHaveLength(3)
    expect((await eventsOf(caseId)).find(({ type }) => type === 'severity_scored')?.data).toEqual({
      rating: 'critical',
    })
  })

  it('is for whoever works on the case, and refuses what is no severity', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    value(
      await addParticipant(project.lead, {
        ...named,
        email: `${project.stranger.personId}@example.org`,
        as: 'collaborator',
      }),
    )
    const collaborator = { ...project.stranger, cases: { [caseId]: 'collaborator' as const } }
    value(await scoreSeverity(collaborator, { ...named, ratingAlone: 'low' }))
    expect(refusalOf(await classifySeverity(collaborator, { ...named, ratingAlone: 'low' }))).toBe(
      'forbidden',
    )
    expect(refusalOf(await scoreSeverity(project.observer, { ...named, ratingAlone: 'low' }))).toBe(
      'forbidden',
    )
    expect(refusalOf(await scoreSeverity(project.stranger, { ...named, ratingAlone: 'low' }))).toBe(
      'not_found',
    )
    expect(refusalOf(await scoreSeverity(project.handler, named))).toEqual(['invalid', 'ratingAlone'])
    expect(refusalOf(await scoreSeverity(project.handler, { ...named, vector31: 'CVSS:3.1/AV:N' }))).toEqual([
      'invalid',
      'vector31',
    ])
  })
})

describe('choosePace', () => {
  const answers = {
    exploitation: 'P',
    automatable: 'N',
    valueDensity: 'C',
    technicalImpact: 'T',
    safetyImpact: 'N',
  } as const

  it('stores the answers with the case, and derives the recommended pace', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    expect(value(await caseView(project.handler, named)).pace).toBeNull()
    expect(value(await choosePace(project.handler, { ...named, ...answers }))).toEqual({
      pace: 'out_of_cycle',
      version: 1,
    })
    expect(value(await caseView(project.observer, named)).pace).toMatchObject({
      answers: { ...answers, missionImpact: '' },
      pace: 'out_of_cycle',
      by: project.handler.name,
      version: 1,
    })
    value(
      await choosePace(project.lead, {
        ...named,
        ...answers,
        exploitation: 'A',
        automatable: 'Y',
        seenPace: 1,
      }),
    )
    expect(value(await caseView(project.handler, named)).pace).toMatchObject({
      pace: 'immediate',
      version: 2,
    })
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({
      type: 'pace_chosen',
      data: { pace: 'immediate' },
    })
  })

  it('by two at once is a conflict; without an answer it is not valid', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const both = await Promise.all([
      choosePace(project.handler, { ...named, ...answers, seenPace: 0 }),
      choosePace(project.lead, { ...named, ...answers, seenPace: 0 }),
    ])
    expect(both.map(refusalOf).filter((code) => code === 'conflict')).toHaveLength(1)
    expect(
      refusalOf(await choosePace(project.handler, { ...named, ...answers, exploitation: 'X' as 'A' })),
    ).toEqual(['invalid', 'exploitation'])
    expect(refusalOf(await choosePace(project.observer, { ...named, ...answers }))).toBe('forbidden')
    expect(refusalOf(await choosePace(project.stranger, { ...named, ...answers }))).toBe('not_found')
  })
})
