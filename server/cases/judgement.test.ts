import { beforeEach, describe, expect, it } from 'vitest'
import { hourMs } from '@/lib/instant'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject, eventsOf, historyOf } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { caseView } from './case-view'
import { changeLine } from './change-line'
import { classifySeverity } from './classify-severity'
import { confirmCase } from './confirm-case'
import { recordAudit } from './record-audit'

beforeEach(resetDatabase)

const vector40 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'
const vector31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'

describe('classifySeverity', () => {
  it('by both vectors takes the newer one’s rating, and keeps who scored it', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    value(
      await classifySeverity(project.handler, {
        ...named,
        vector40,
        vector31,
        cwes: 'cwe-22, CWE-73',
        seen: '',
      }),
    )
    const view = value(await caseView(project.handler, named))
    expect(view.rating).toBe('critical')
    expect(view.assessments).toMatchObject([
      {
        by: project.handler.name,
        at: testStart,
        severity: {
          rating: 'critical',
          cvss: [
            { version: '4.0', score: 9.3 },
            { version: '3.1', score: 9.8 },
          ],
        },
      },
    ])
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({
      type: 'severity_classified',
      data: { rating: 'critical', cwes: ['CWE-22', 'CWE-73'] },
    })
  })

  it('refuses a bad vector at its field, two ratings, and nothing at all', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    const asked = (input: object) => classifySeverity(project.handler, { ...named, ...input } as never)
    expect(refusalOf(await asked({ vector31: 'CVSS:3.1/AV:N' }))).toEqual(['invalid', 'vector31'])
    expect(refusalOf(await asked({ vector40: 'AV:N' }))).toEqual(['invalid', 'vector40'])
    expect(refusalOf(await asked({ vector40, ratingAlone: 'low' }))).toEqual(['invalid', 'ratingAlone'])
    expect(refusalOf(await asked({}))).toEqual(['invalid', 'ratingAlone'])
    expect(refusalOf(await asked({ ratingAlone: 'low', cwes: 'XSS' }))).toEqual(['invalid', 'cwes'])
  })

  it('after the confirmation takes a reason, and keeps the earlier one', async () => {
    const project = await addSampleProject()
    const { named } = await addOpenCase(project)
    value(await classifySeverity(project.handler, { ...named, ratingAlone: 'high' }))
    value(
      await changeLine(project.handler, {
        ...named,
        line: project.line['2.x']!,
        seen: 1,
        affectedness: 'affected',
      }),
    )
    value(await confirmCase(project.handler, { ...named, reproduction: 'On 2.4.6.' }))
    advanceClock(hourMs)
    expect(refusalOf(await classifySeverity(project.handler, { ...named, ratingAlone: 'low' }))).toEqual([
      'invalid',
      'reason',
    ])
    const reason = 'Only administrators reach it.'
    value(await classifySeverity(project.handler, { ...named, ratingAlone: 'low', reason }))
    const { assessments, rating } = value(await caseView(project.handler, named))
    expect(rating).toBe('low')
    expect(assessments.map(({ severity }) => severity.rating)).toEqual(['low', 'high'])
    expect(assessments[0]?.reason).toBe(reason)
  })

  it('over somebody else’s newer one is a conflict that shows theirs', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    value(await classifySeverity(project.lead, { ...named, ratingAlone: 'high', seen: '' }))
    const lost = await classifySeverity(project.handler, { ...named, ratingAlone: 'low', seen: '' })
    expect(lost).toMatchObject({ ok: false, refusal: { code: 'conflict', current: { rating: 'high' } } })
    expect((await historyOf(caseId)).filter((type) => type === 'severity_classified')).toHaveLength(1)
  })
})

describe('confirmCase', () => {
  it('needs a handler, an affected line and the reproduction, and begins the advisory', async () => {
    const project = await addSampleProject()
    const { reference } = await addReport(project)
    expect(refusalOf(await confirmCase(project.handler, { case: reference, reproduction: 'x' }))).toBe(
      'refused',
    )
    const { named, caseId } = await addOpenCase(project, { creditAs: 'name', creditName: 'moth' })
    expect(refusalOf(await confirmCase(project.handler, { ...named, reproduction: 'x' }))).toBe('refused')
    const view = value(await caseView(project.handler, named))
    expect(view.acts.confirm).toEqual({
      allowed: false,
      reason: 'No release line is marked affected. Mark at least one.',
    })
    value(
      await changeLine(project.handler, {
        ...named,
        line: project.line['2.x']!,
        seen: 1,
        affectedness: 'affected',
      }),
    )
    expect(refusalOf(await confirmCase(project.handler, { ...named, reproduction: ' ' }))).toEqual([
      'invalid',
      'reproduction',
    ])
    value(await confirmCase(project.handler, { ...named, reproduction: 'On 2.4.6 with curl.' }))
    const confirmed = value(await caseView(project.handler, named))
    expect(confirmed).toMatchObject({
      stage: 'confirmed',
      confirmed: { by: project.handler.name, reproduction: 'On 2.4.6 with curl.' },
      advisory: {
        version: 1,
        credits: [{ name: 'moth', consent: 'accepted', roles: ['finder', 'reporter'] }],
      },
    })
    expect((await historyOf(caseId)).at(-1)).toBe('confirmed')
    expect(refusalOf(await confirmCase(project.handler, { ...named, reproduction: 'Again.' }))).toBe(
      'refused',
    )
  })
})

describe('recordAudit', () => {
  it('says what was searched and found, or why it is waived', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const asked = (input: object) => recordAudit(project.handler, { ...named, ...input })
    expect(refusalOf(await asked({ searched: 'Everything.' }))).toEqual(['invalid', 'found'])
    expect(refusalOf(await asked({ waived: 'on' }))).toEqual(['invalid', 'waivedBecause'])
    value(await asked({ waived: 'on', waivedBecause: 'There is one parser only.' }))
    const gate = async () =>
      value(await caseView(project.handler, named)).gates.find(({ code }) => code === 'audit')
    expect(await gate()).toMatchObject({ isMet: true, facts: { waived: true } })
    value(await asked({ searched: 'Both parsers.', found: 'Nothing.', seen: 1 }))
    expect(value(await caseView(project.handler, named)).audit).toMatchObject({
      waived: false,
      searched: 'Both parsers.',
      found: 'Nothing.',
      waivedBecause: null,
      version: 2,
    })
    expect((await historyOf(caseId)).slice(-2)).toEqual(['audit_recorded', 'audit_recorded'])
  })

  it('of two people at once, one is told what happened', async () => {
    const project = await addSampleProject()
    const { named, caseId } = await addOpenCase(project)
    const audit = { ...named, searched: 'Both parsers.', found: 'Nothing.', seen: 0 }
    const both = await Promise.all([recordAudit(project.handler, audit), recordAudit(project.lead, audit)])
    expect(both.map((result) => refusalOf(result) ?? 'ok').sort()).toEqual(['conflict', 'ok'])
    expect((await historyOf(caseId)).filter((type) => type === 'audit_recorded')).toHaveLength(1)
  })
})
