import { beforeEach, expect, it } from 'vitest'
import { dayMs, hourMs, plusMs } from '@/lib/instant'
import { resetDatabase } from '@/test/database'
import { addOpenCase, addSampleProject } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { now } from '@/server/kernel/clock'
import { caseView } from '@/server/cases/case-view'
import { policyWhatIf } from './what-if'

beforeEach(resetDatabase)

it('says how many open cases other terms would move, old and new for a report now, and moves nothing', async () => {
  const project = await addSampleProject()
  const { named } = await addOpenCase(project)
  const before = value(await caseView(project.lead, named)).clocks
  const terms = {
    ...project.terms,
    respond: { hours: 48, counting: 'calendar' as const, countedFrom: 'received' as const },
  }
  const answer = value(await policyWhatIf(project.lead, { project: project.slug, terms }))
  expect(answer).toMatchObject({ openCases: 1, movedCases: 1, hasMore: false })
  expect(answer.examples).toMatchObject([
    {
      reference: named.case,
      moved: [{ kind: 'respond', from: plusMs(now(), 4 * dayMs), to: plusMs(now(), 2 * dayMs) }],
    },
  ])
  expect(answer.sample).toContainEqual({
    kind: 'acknowledge',
    from: plusMs(now(), 48 * hourMs),
    to: plusMs(now(), 48 * hourMs),
  })
  expect(value(await caseView(project.lead, named)).clocks).toEqual(before)
  const same = value(await policyWhatIf(project.lead, { project: project.slug, terms: project.terms }))
  expect(same.movedCases).toBe(0)
})

it('is for who may edit the policy, and refuses terms that contradict themselves', async () => {
  const project = await addSampleProject()
  const given = { project: project.slug, terms: project.terms }
  expect(refusalOf(await policyWhatIf(project.handler, given))).toBe('forbidden')
  expect(refusalOf(await policyWhatIf(project.stranger, given))).toBe('not_found')
})
