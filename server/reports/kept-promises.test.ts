import { beforeEach, describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '@/lib/instant'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { respondToReporter } from '@/server/cases/write-to-reporter'
import { resolveCase } from '@/server/cases/resolve-case'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { keptPromises } from './kept-promises'

await testDatabase()
beforeEach(resetDatabase)

const kept = async (project: { slug: string }) => value(await keptPromises(anyone, { project: project.slug }))
const nothing = { percent: null, typicalMs: null }

describe('keptPromises', () => {
  it('says nothing before there are enough reports to hide a single one', async () => {
    const project = await addProject()
    expect(await kept(project)).toEqual({ acknowledge: nothing, respond: nothing })
    for (const title of ['One', 'Two']) {
      const { reference } = await addReport(project, { title })
      value(await acknowledgeCase(project.handler, { case: reference }))
    }
    expect((await kept(project)).acknowledge).toEqual(nothing)
  })

  it('counts what was kept, what was late and what is overdue, from the events; spam does not count', async () => {
    const project = await addProject()
    const all = []
    for (const title of ['One', 'Two', 'Three', 'Spam']) all.push(await addReport(project, { title }))
    const [one, two, , spam] = all
    value(
      await resolveCase(project.handler, {
        case: spam!.reference,
        kind: 'spam',
        explanation: 'Advertising.',
      }),
    )
    advanceClock(2 * hourMs)
    value(await acknowledgeCase(project.handler, { case: one!.reference }))
    value(
      await respondToReporter(project.handler, {
        case: one!.reference,
        body: 'We see it.',
        nextStep: 'A fix.',
      }),
    )
    advanceClock(4 * hourMs)
    value(await acknowledgeCase(project.handler, { case: two!.reference }))
    expect((await kept(project)).acknowledge).toEqual(nothing)
    advanceClock(10 * dayMs)
    expect(await kept(project)).toEqual({
      acknowledge: { percent: 66, typicalMs: 4 * hourMs },
      respond: { percent: 33, typicalMs: 2 * hourMs },
    })
  })

  it('looks back one year', async () => {
    const project = await addProject()
    for (const title of ['One', 'Two', 'Three']) {
      const { reference } = await addReport(project, { title })
      value(await acknowledgeCase(project.handler, { case: reference }))
    }
    expect((await kept(project)).acknowledge.percent).toBe(100)
    advanceClock(366 * dayMs)
    expect((await kept(project)).acknowledge).toEqual(nothing)
  })

  it('has nothing to say of an unknown project', async () => {
    expect(refusalOf(await keptPromises(anyone, { project: 'nobody' }))).toBe('not_found')
  })
})
