import { beforeEach, describe, expect, it } from 'vitest'
import { answerEmbargo, proposeEmbargo } from '@/server/cases/answer-embargo'
import { caseView } from '@/server/cases/case-view'
import { changeLine } from '@/server/cases/change-line'
import { classifySeverity } from '@/server/cases/classify-severity'
import { confirmCase } from '@/server/cases/confirm-case'
import { recordRelease } from '@/server/cases/record-release'
import { resolveCase } from '@/server/cases/resolve-case'
import { writeToReporter } from '@/server/cases/write-to-reporter'
import { now } from '@/server/kernel/clock'
import { defaultTerms } from '@/domain/policies/default-terms'
import { dayMs, hourMs, plusMs, type Instant } from '@/lib/instant'
import { advanceClock, setClock, testStart } from '@/test/clock'
import { resetDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addOpenCase, addSampleProject, historyOf, lineRow, type SampleProject } from '@/test/sample-case'
import { anyone, refusalOf, value } from '@/test/team'
import { changeTerms } from './change-terms'
import { answerOwnEmbargo, proposeOwnEmbargo } from './negotiate-embargo'
import { ownReport } from './own-report'

beforeEach(resetDatabase)

const day = (n: number): Instant => plusMs(testStart, n * dayMs)

/** Judges every line, confirms, and releases the affected ones at the present moment. */
async function releaseAll(
  project: SampleProject,
  { named, caseId }: { named: { case: string }; caseId: string },
) {
  for (const name of ['2.x', '3.x']) {
    const { lineId, version } = await lineRow(caseId, name)
    value(
      await changeLine(project.handler, { ...named, line: lineId, seen: version, affectedness: 'affected' }),
    )
  }
  value(await classifySeverity(project.handler, { ...named, ratingAlone: 'high' }))
  value(await confirmCase(project.handler, { ...named, reproduction: 'Done by hand.' }))
  const { lineId: old, version: seen } = await lineRow(caseId, '1.x')
  value(
    await changeLine(project.handler, {
      ...named,
      line: old,
      seen,
      affectedness: 'not_affected',
      justification: 'component_not_present',
    }),
  )
  for (const name of ['2.x', '3.x']) {
    const { lineId, version } = await lineRow(caseId, name)
    const release = { version: `${name[0]}.0.7`, releasedAt: now(), url: 'https://git.example.org/r' }
    value(await recordRelease(project.handler, { ...named, line: lineId, seen: version, ...release }))
  }
}

describe('a negotiation about the date', () => {
  it('The reporter says "I publish on 1 March 09:00 CET": shown beside our dates; a conflict with the earliest announcement opens a negotiation.', async () => {
    const project = await addSampleProject({
      terms: { announce: { ...defaultTerms.announce, delayDays: 7 } },
    })
    const opened = await addOpenCase(project, {
      disclosureDate: '2027-03-01T09:00',
      disclosureTimeZone: 'Europe/Berlin',
    })
    const { named, reporter } = opened
    const stated = '2027-03-01T08:00:00.000Z'
    const asTeam = async () => value(await caseView(project.handler, named))
    const asReporter = async () => value(await ownReport(reporter, {}))

    expect((await asReporter()).terms).toMatchObject({
      disclosureAt: stated,
      disclosureTimeZone: 'Europe/Berlin',
    })
    expect((await asTeam()).reports?.[0]).toMatchObject({ disclosureAt: stated })
    expect((await asTeam()).clocks).toContainEqual(
      expect.objectContaining({ kind: 'reporter_deadline', dueAt: stated }),
    )
    expect((await asTeam()).negotiation.state).toBe('none')

    setClock('2027-02-24T09:00:00.000Z')
    await releaseAll(project, opened)
    const earliest = '2027-03-03T09:00:00.000Z'
    expect((await asTeam()).dateConflict).toMatchObject({
      kind: 'certain',
      reporterDate: stated,
      notBefore: earliest,
    })
    expect((await asTeam()).negotiation).toMatchObject({ state: 'needed' })
    expect((await asReporter()).dates).toMatchObject({
      conflict: 'certain',
      notBefore: earliest,
      negotiation: { state: 'needed' },
      inForce: { until: '2027-02-18T09:00:00.000Z', because: 'policy' },
    })

    const { proposalId } = value(await proposeEmbargo(project.handler, { ...named, until: earliest }))
    expect((await asReporter()).dates.negotiation).toMatchObject({ state: 'open', waitsFor: 'reporter' })
    expect((await asTeam()).proposals[0]).toMatchObject({ by: 'team', state: 'open', answerBy: null })
    value(
      await answerOwnEmbargo(reporter, {
        proposal: proposalId,
        accepted: 'yes',
        answer: 'Two days are fine.',
      }),
    )
    expect((await asReporter()).dates).toMatchObject({
      conflict: null,
      negotiation: { state: 'agreed', agreedUntil: earliest },
      inForce: { until: earliest, because: 'agreed' },
    })
    expect((await asReporter()).terms.disclosureAt).toBe(earliest)
    expect((await asTeam()).negotiation).toMatchObject({ state: 'agreed', agreedUntil: earliest })
    expect((await asTeam()).proposals[0]).toMatchObject({ state: 'accepted', answer: 'Two days are fine.' })
    expect((await historyOf(opened.caseId)).slice(-2)).toEqual(['embargo_answered', 'reporter_terms_changed'])
  })
})

describe('proposeOwnEmbargo', () => {
  it('stands at once when it is sooner than what stands now, and waits for the team when it is later', async () => {
    const project = await addSampleProject()
    const { reporter, named, caseId } = await addOpenCase(project)
    expect(value(await proposeOwnEmbargo(reporter, { until: day(30) })).standsAtOnce).toBe(true)
    expect(value(await ownReport(reporter, {})).dates.inForce).toEqual({ until: day(30), because: 'agreed' })
    expect((await historyOf(caseId)).slice(-2)).toEqual(['embargo_countered', 'embargo_answered'])
    advanceClock(hourMs)
    const later = value(
      await proposeOwnEmbargo(reporter, { until: '2027-01-10T10:00', untilZone: 'Europe/Berlin' }),
    )
    expect(later.standsAtOnce).toBe(false)
    const view = value(await caseView(project.handler, named))
    expect(view.negotiation).toMatchObject({ state: 'open', waitsFor: 'team' })
    expect(view.gates.find(({ code }) => code === 'counter_proposal')?.isMet).toBe(false)
    value(await answerEmbargo(project.handler, { ...named, proposal: later.proposalId, accepted: 'yes' }))
    expect(value(await ownReport(reporter, {})).dates.negotiation.agreedUntil).toBe(
      '2027-01-10T09:00:00.000Z',
    )
    expect(
      (await readMails()).filter(({ occasion }) => occasion.startsWith('embargo_proposed:')),
    ).toHaveLength(2)
  })

  it('is due before the confirmation already, when even a release this moment comes too late', async () => {
    const project = await addSampleProject({
      terms: { announce: { ...defaultTerms.announce, delayDays: 7 } },
    })
    const { named, reporter } = await addOpenCase(project, { disclosureDays: 5 })
    value(await writeToReporter(project.handler, { ...named, body: 'Thank you, we look at it.' }))
    const view = value(await caseView(project.handler, named))
    expect(view.confirmed).toBeNull()
    expect(view.dateConflict).toMatchObject({ kind: 'certain', notBefore: null, atBest: day(7) })
    expect(view.negotiation.state).toBe('needed')
    expect(view.next).toMatchObject({ act: 'answer_embargo' })
    expect(value(await ownReport(reporter, {})).dates).toMatchObject({
      conflict: 'certain',
      earliestOurs: day(7),
    })
  })

  it('is refused in the past, twice the same, and once the case is closed', async () => {
    const project = await addSampleProject()
    const { reporter, named } = await addOpenCase(project)
    expect(refusalOf(await proposeOwnEmbargo(reporter, { until: '2026-11-19T09:00Z' }))).toBe('refused')
    expect(refusalOf(await proposeOwnEmbargo(reporter, { until: 'soon' }))).toEqual(['invalid', 'until'])
    value(await proposeOwnEmbargo(reporter, { until: day(120) }))
    expect(refusalOf(await proposeOwnEmbargo(reporter, { until: day(120) }))).toBe('refused')
    value(
      await resolveCase(project.handler, {
        ...named,
        kind: 'not_a_vulnerability',
        explanation: 'It is not.',
      }),
    )
    expect(refusalOf(await proposeOwnEmbargo(reporter, { until: day(20) }))).toBe('refused')
  })
})

describe('answerOwnEmbargo', () => {
  it('declines with words, and the own date stays', async () => {
    const project = await addSampleProject()
    const { reporter, named } = await addOpenCase(project)
    value(await changeTerms(reporter, { disclosureDays: 20, seen: 1 }))
    const { proposalId } = value(await proposeEmbargo(project.handler, { ...named, until: day(40) }))
    value(await answerOwnEmbargo(reporter, { proposal: proposalId, accepted: 'no', answer: 'Too long.' }))
    const { terms, dates } = value(await ownReport(reporter, {}))
    expect(terms.disclosureAt).toBe(day(20))
    expect(dates.proposals).toMatchObject([{ state: 'declined', answer: 'Too long.' }])
  })

  it('answers once, and of two answers at once one is refused', async () => {
    const project = await addSampleProject()
    const { reporter, named } = await addOpenCase(project)
    const { proposalId } = value(await proposeEmbargo(project.handler, { ...named, until: day(40) }))
    const answers = await Promise.all(
      (['yes', 'no'] as const).map((accepted) =>
        answerOwnEmbargo(reporter, { proposal: proposalId, accepted }),
      ),
    )
    expect(answers.map((one) => refusalOf(one)).filter(Boolean)).toEqual(['refused'])
  })

  it('is not there for another reporter, and nobody answers their own', async () => {
    const project = await addSampleProject()
    const { reporter, named } = await addOpenCase(project)
    const other = await addReport(project)
    const { proposalId } = value(await proposeEmbargo(project.handler, { ...named, until: day(40) }))
    const answer = { proposal: proposalId, accepted: 'yes' as const }
    expect(refusalOf(await answerOwnEmbargo(other.reporter, answer))).toBe('not_found')
    expect(refusalOf(await answerOwnEmbargo(anyone, answer))).toBe('not_found')
    advanceClock(hourMs)
    const own = value(await proposeOwnEmbargo(reporter, { until: day(120) }))
    expect(refusalOf(await answerOwnEmbargo(reporter, { ...answer, proposal: own.proposalId }))).toBe(
      'refused',
    )
  })

  it('silence accepts the team’s date within the policy after as many days as the policy waits', async () => {
    const project = await addSampleProject()
    const { reporter, named } = await addOpenCase(project)
    value(await proposeEmbargo(project.handler, { ...named, until: day(60) }))
    expect(value(await ownReport(reporter, {})).dates.proposals).toMatchObject([
      { state: 'open', answerBy: day(14) },
    ])
    setClock(day(14))
    expect(value(await ownReport(reporter, {})).dates.inForce).toEqual({ until: day(60), because: 'agreed' })
    const view = value(await caseView(project.handler, named))
    expect(view.negotiation).toMatchObject({ state: 'agreed', agreedUntil: day(60) })
    expect(view.gates.find(({ code }) => code === 'counter_proposal')?.isMet).toBe(true)
  })
})
