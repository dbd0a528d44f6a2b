import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { lineStatuses } from '@/db/schema'
import { affectedSentence } from '@/domain/advisories/affected-ranges'
import { dayMs, hourMs } from '@/lib/instant'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addOpenCase, addSampleProject, eventsOf, historyOf, lineRow } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { advisoryPreview } from '@/server/advisories/advisory-preview'
import { caseEvents } from './case-events'
import { caseView } from './case-view'
import { changeLine, changeLines } from './change-line'
import { classifySeverity } from './classify-severity'
import { confirmCase } from './confirm-case'
import { recordRelease, yankRelease } from './record-release'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const affected = { affectedness: 'affected' as const }
const release = (version: string) => ({
  version,
  releasedAt: '2026-11-20T08:00',
  url: `https://git.example.org/releases/${version}`,
})

describe('changeLine', () => {
  it('takes the plan the policy proposes, and records who judged what', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    value(await changeLine(project.handler, { ...named, line: project.line['2.x']!, seen: 1, ...affected }))
    expect(await lineRow(caseId, '2.x')).toMatchObject({
      affectedness: 'affected',
      plan: 'fix',
      proposedPlan: 'fix',
      work: 'todo',
      version: 2,
      changedBy: project.handler.personId,
    })
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({
      type: 'line_changed',
      data: { lineId: project.line['2.x'], affectedness: 'affected', plan: 'fix', work: 'todo' },
    })
  })

  it('keeps a plan that overrules the policy beside the one proposed, with its reason', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const line = { ...named, line: project.line['2.x']!, seen: 1, ...affected }
    expect(refusalOf(await changeLine(project.handler, { ...line, plan: 'wont_fix' }))).toBe('refused')
    const planReason = 'Nobody uses the part of 2.x that has it.'
    value(await changeLine(project.handler, { ...line, plan: 'wont_fix', planReason }))
    const view = value(await caseView(project.handler, named))
    expect(view.lines.find(({ name }) => name === '2.x')).toMatchObject({
      plan: 'wont_fix',
      planReason,
      isOverruled: true,
      proposal: { plan: 'fix', why: 'Supported: the policy fixes every supported line.' },
      mark: 'wont_fix',
    })
  })

  it('asks why a plan overrules the policy, also for a fix nobody promised, and for each of several lines', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const line = { ...named, line: project.line['1.x']!, seen: 1, ...affected, plan: 'fix' as const }
    const refused = await changeLine(project.handler, line)
    expect(refused.ok ? null : refused.refusal.message).toContain('than the policy proposes')
    const both = {
      ...named,
      lines: [`${project.line['1.x']!}:1`, `${project.line['3.x']!}:1`],
      ...affected,
      plan: 'fix' as const,
    }
    expect(refusalOf(await changeLines(project.handler, both))).toBe('refused')
    expect(await lineRow(caseId, '3.x')).toMatchObject({ affectedness: 'unknown', version: 1 })
    const planReason = 'Half of the users are still there.'
    value(await changeLines(project.handler, { ...both, planReason }))
    // Judged again together, the plan that stands keeps its reason.
    const again = { ...both, lines: [`${project.line['1.x']!}:2`], plan: '' as const }
    value(await changeLines(project.handler, again))
    const view = value(await caseView(project.handler, named))
    expect(view.lines.find(({ name }) => name === '1.x')).toMatchObject({ isOverruled: true, planReason })
  })

  it('refuses what no line can be, and a line of another project', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const line = { ...named, line: project.line['2.x']!, seen: 1 }
    const tries = [
      { affectedness: 'not_affected' as const },
      { ...affected, introducedIn: '3.1.0' },
      { ...affected, plan: 'out_of_support' as const },
    ]
    for (const given of tries)
      expect(refusalOf(await changeLine(project.handler, { ...line, ...given }))).toBe('refused')
    expect(
      refusalOf(await changeLine(project.handler, { ...line, ...affected, fixUrl: 'http://example.org' })),
    ).toEqual(['invalid', 'fixUrl'])
    expect(refusalOf(await changeLine(project.handler, { ...line, ...affected, line: caseId }))).toBe(
      'not_found',
    )
    expect(await lineRow(caseId, '2.x')).toMatchObject({ affectedness: 'unknown', version: 1 })
  })

  it('may be done by a collaborator of the case', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const collaborator = { ...project.stranger, cases: { [caseId]: 'collaborator' as const } }
    value(await changeLine(collaborator, { ...named, line: project.line['2.x']!, seen: 1, ...affected }))
    expect((await lineRow(caseId, '2.x')).changedBy).toBe(project.stranger.personId)
  })
})

describe('changeLines', () => {
  it('judges several lines alike, all or none', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const both = [`${project.line['2.x']}:1`, `${project.line['3.x']}:1`]
    value(await changeLine(project.lead, { ...named, line: project.line['3.x']!, seen: 1, ...affected }))
    const lost = await changeLines(project.handler, { ...named, lines: both, ...affected })
    expect(lost).toMatchObject({
      ok: false,
      refusal: { code: 'conflict', current: { line: '3.x', version: 2 } },
    })
    expect((await lineRow(caseId, '2.x')).affectedness).toBe('unknown')
    const again = [`${project.line['2.x']}:1`, `${project.line['3.x']}:2`]
    expect(value(await changeLines(project.handler, { ...named, lines: again, ...affected }))).toEqual({
      lines: 2,
    })
    expect((await historyOf(caseId)).filter((type) => type === 'line_changed')).toHaveLength(3)
    expect(refusalOf(await changeLines(project.handler, { ...named, lines: [], ...affected }))).toEqual([
      'invalid',
      'lines',
    ])
  })
})

describe('changeLines with a plan', () => {
  it('leaves it as it is, or does as the policy proposes; and takes the work along', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const lines = (seen: number) => [`${project.line['2.x']}:${seen}`, `${project.line['3.x']}:${seen}`]
    const planned = async () => [(await lineRow(caseId, '2.x')).plan, (await lineRow(caseId, '3.x')).plan]
    const change = async (seen: number, more: Partial<Parameters<typeof changeLines>[1]>) =>
      value(await changeLines(project.handler, { ...named, lines: lines(seen), ...affected, ...more }))
    await change(1, { plan: 'wont_fix', planReason: 'Nobody uses them.' })
    await change(2, { plan: '' })
    expect(await planned()).toEqual(['wont_fix', 'wont_fix'])
    await change(3, { plan: 'proposed', work: 'in_review' })
    expect(await planned()).toEqual(['fix', 'fix'])
    expect((await lineRow(caseId, '3.x')).work).toBe('in_review')
  })
})

describe('two people at the lines table', () => {
  it('Two people edit line rows at once: no edit is lost, the conflict is shown.', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const line = { ...named, line: project.line['2.x']!, seen: 1 }
    const [mine, theirs] = await Promise.all([
      changeLine(project.handler, { ...line, ...affected, introducedIn: '2.1.0' }),
      changeLine(project.lead, {
        ...line,
        affectedness: 'not_affected',
        justification: 'vulnerable_code_not_present',
      }),
    ])
    const lost = [mine, theirs].filter((result) => !result.ok)
    expect(lost).toHaveLength(1)
    const stands = await lineRow(caseId, '2.x')
    expect(lost[0]).toMatchObject({
      refusal: {
        code: 'conflict',
        current: { line: '2.x', version: 2, status: { affectedness: stands.affectedness } },
      },
    })
    expect(stands.version).toBe(2)

    // Whoever lost compares, and saves over what they have seen now.
    const again = mine.ok
      ? changeLine(project.lead, { ...line, seen: 2, affectedness: 'unknown' })
      : changeLine(project.handler, { ...line, seen: 2, ...affected, introducedIn: '2.1.0' })
    value(await again)
    expect((await lineRow(caseId, '2.x')).version).toBe(3)
    expect((await historyOf(caseId)).filter((type) => type === 'line_changed')).toHaveLength(2)
  })

  it('in different rows never disturb each other', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const [one, other] = await Promise.all([
      changeLine(project.handler, { ...named, line: project.line['2.x']!, seen: 1, ...affected }),
      changeLine(project.lead, { ...named, line: project.line['3.x']!, seen: 1, ...affected }),
    ])
    expect([one.ok, other.ok]).toEqual([true, true])
    const rows = await db.select().from(lineStatuses).where(eq(lineStatuses.caseId, caseId))
    expect(rows.map(({ version }) => version).sort()).toEqual([1, 2, 2])
  })

  it('a row that was released meanwhile is a conflict, not a refusal', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const line = { ...named, line: project.line['2.x']! }
    value(await changeLine(project.handler, { ...line, seen: 1, ...affected }))
    value(await recordRelease(project.lead, { ...line, seen: 2, ...release('2.4.7') }))
    const lost = await changeLine(project.handler, { ...line, seen: 2, ...affected, work: 'in_progress' })
    expect(refusalOf(lost)).toBe('conflict')
  })
})

describe('recordRelease and yankRelease', () => {
  const released = async () => {
    const project = await addSampleProject()
    const open = await addOpenCase(project)
    const line = { ...open.named, line: project.line['2.x']! }
    value(await changeLine(project.handler, { ...line, seen: 1, ...affected }))
    value(
      await recordRelease(project.handler, {
        ...line,
        seen: 2,
        ...release('2.4.7'),
        releasedAtZone: 'Europe/Berlin',
      }),
    )
    return { project, ...open, line }
  }

  it('stand with version, instant in the zone given, and link', async () => {
    const { caseId } = await released()
    expect(await lineRow(caseId, '2.x')).toMatchObject({
      work: 'released',
      releasedVersion: '2.4.7',
      releasedAt: '2026-11-20T07:00:00.000Z',
      releaseUrl: 'https://git.example.org/releases/2.4.7',
      version: 3,
    })
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({
      type: 'patch_released',
      data: { version: '2.4.7', releasedAt: '2026-11-20T07:00:00.000Z' },
    })
  })

  it('take a version on the line, out already, and a major one only with a reason', async () => {
    const { project, named } = await released()
    const line = { ...named, line: project.line['3.x']!, seen: 2 }
    value(await changeLine(project.handler, { ...line, seen: 1, ...affected }))
    const tries = [
      release('2.9.9'),
      release('v3.1.2'),
      release('4.0.0'),
      { ...release('3.1.2'), releasedAt: '2026-11-21T08:00' },
      { ...release('3.1.2'), url: 'http://example.org' },
    ]
    for (const given of tries)
      expect(refusalOf(await recordRelease(project.handler, { ...line, ...given }))).toBe('refused')
    const wrongZone = { ...release('3.1.2'), releasedAtZone: 'Europe/Nowhere' }
    expect(refusalOf(await recordRelease(project.handler, { ...line, ...wrongZone }))).toEqual([
      'invalid',
      'releasedAtZone',
    ])
    const major = { ...release('4.0.0'), majorReason: 'The protocol itself had to change.' }
    value(await recordRelease(project.handler, { ...line, ...major }))
  })

  it('yanked, the line is open again and the handler hears of it', async () => {
    const { project, line, caseId } = await released()
    expect(refusalOf(await yankRelease(project.handler, { ...line, seen: 3, reason: '' }))).toEqual([
      'invalid',
      'reason',
    ])
    expect(refusalOf(await yankRelease(project.handler, { ...line, seen: 2, reason: 'Broken.' }))).toBe(
      'conflict',
    )
    value(await yankRelease(project.lead, { ...line, seen: 3, reason: 'It does not start.' }))
    expect(await lineRow(caseId, '2.x')).toMatchObject({ work: 'merged', releasedVersion: null, version: 4 })
    expect(value(await caseEvents(project.handler, { case: line.case }))[0]).toMatchObject({
      what: 'recorded that 2.4.7 was taken back on 2.x',
      prose: 'It does not start.',
    })
    const told = (await readMails()).filter(({ occasion }) => occasion.startsWith('release_yanked'))
    expect(told.map(({ recipient }) => recipient.address)).toEqual([
      `${project.handler.personId}@example.org`,
    ])
    expect(refusalOf(await yankRelease(project.lead, { ...line, seen: 4, reason: 'Again.' }))).toBe('refused')
  })
})

describe('which lines are affected', () => {
  it('A bug on 1.x, 2.x, 3.x and 5.x, and 4.x gets no fix: rows per line; every export and the text say so.', async () => {
    const lines = ['1.x', '2.x', '3.x', '4.x', '5.x'].map((name, index) => ({
      name,
      range: `>=${index + 1}.0.0 <${index + 2}.0.0`,
    }))
    const project = await addSampleProject({ lines })
    const { named } = await addOpenCase(project)
    const fixed = ['1.x', '2.x', '3.x', '5.x']
    for (const name of fixed)
      value(await changeLine(project.handler, { ...named, line: project.line[name]!, seen: 1, ...affected }))
    const planReason = 'Its loader was replaced as a whole; move to 5.x.'
    value(
      await changeLine(project.handler, {
        ...named,
        line: project.line['4.x']!,
        seen: 1,
        ...affected,
        plan: 'wont_fix',
        planReason,
      }),
    )
    value(await classifySeverity(project.handler, { ...named, ratingAlone: 'high' }))
    value(await confirmCase(project.handler, { ...named, reproduction: 'On every line.' }))
    for (const name of fixed) {
      const version = name.replace('x', '4.7')
      value(
        await recordRelease(project.handler, {
          ...named,
          line: project.line[name]!,
          seen: 2,
          ...release(version),
        }),
      )
    }
    const view = value(await caseView(project.handler, named))
    expect(view.lines.map(({ name, mark }) => [name, mark])).toEqual([
      ['5.x', 'released'],
      ['4.x', 'wont_fix'],
      ['3.x', 'released'],
      ['2.x', 'released'],
      ['1.x', 'released'],
    ])
    expect(view.stage).toBe('released')
    const document = value(await advisoryPreview(project.handler, named))
    const four = document.affected.find(({ line }) => line === '4.x')
    expect(four).toMatchObject({
      state: 'wont_fix',
      versions: '>=4.0.0 <5.0.0',
      fixed: null,
      reason: planReason,
    })
    expect(four && affectedSentence(four)).toBe(
      `4.x: >=4.0.0 <5.0.0 is affected and gets no fix: ${planReason}`,
    )
    expect(
      document.affected.filter(({ state }) => state === 'fixed').map(({ fixed: version }) => version),
    ).toEqual(['5.4.7', '3.4.7', '2.4.7', '1.4.7'])
  })

  it('A bug that a backport introduced on an old line only: that line affected, main not affected.', async () => {
    const project = await addSampleProject({
      lines: [
        { name: 'main', range: '>=4.0.0', isDevelopment: true },
        { name: '2.x', range: '>=2.0.0 <3.0.0' },
        { name: '3.x', range: '>=3.0.0 <4.0.0' },
      ],
    })
    const { named } = await addOpenCase(project)
    value(
      await changeLine(project.handler, {
        ...named,
        line: project.line['2.x']!,
        seen: 1,
        ...affected,
        introducedIn: '2.3.4',
      }),
    )
    for (const name of ['main', '3.x'])
      value(
        await changeLine(project.handler, {
          ...named,
          line: project.line[name]!,
          seen: 1,
          affectedness: 'not_affected',
          justification: 'vulnerable_code_not_present',
        }),
      )
    value(await classifySeverity(project.handler, { ...named, ratingAlone: 'medium' }))
    value(
      await confirmCase(project.handler, {
        ...named,
        reproduction: 'On 2.3.4, not on 2.3.3 and not on 3.x.',
      }),
    )
    advanceClock(hourMs)
    value(
      await recordRelease(project.handler, {
        ...named,
        line: project.line['2.x']!,
        seen: 2,
        ...release('2.3.5'),
      }),
    )
    const view = value(await caseView(project.handler, named))
    expect(view.stage).toBe('released')
    expect(view.gates.find(({ code }) => code === 'lines')?.isMet).toBe(true)
    const document = value(await advisoryPreview(project.handler, named))
    expect(document.affected).toMatchObject([
      { line: 'main', state: 'not_affected', versions: null },
      { line: '3.x', state: 'not_affected', versions: null },
      { line: '2.x', state: 'fixed', versions: '>=2.3.4 <2.3.5', fixed: '2.3.5' },
    ])
  })

  it('a line whose support ends meanwhile is waited for no longer', async () => {
    const project = await addSampleProject({
      lines: [
        { name: '2.x', range: '>=2.0.0 <3.0.0', until: '2026-11-30' },
        { name: '3.x', range: '>=3.0.0 <4.0.0' },
      ],
    })
    const { named } = await addOpenCase(project)
    for (const name of ['2.x', '3.x'])
      value(await changeLine(project.handler, { ...named, line: project.line[name]!, seen: 1, ...affected }))
    const waited = async () =>
      value(await caseView(project.handler, named))
        .lines.filter(({ needsFix }) => needsFix)
        .map(({ name }) => name)
    expect(await waited()).toEqual(['3.x', '2.x'])
    advanceClock(12 * dayMs)
    expect(await waited()).toEqual(['3.x'])
  })
})
