import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseWords } from '@/db/schema'
import { hourMs } from '@/lib/instant'
import { wordHash } from '@/server/search/word-index'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addWelcomedReport } from '@/test/reporter'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { acknowledgeCase } from './acknowledge-case'
import { changeTitle, restrictCase } from './change-title'
import { classifySeverity } from './classify-severity'
import { linkCase, unlinkCase } from './link-case'
import { resolveCase } from './resolve-case'
import { similarCases } from './similar-cases'

beforeEach(resetDatabase)

const trace = `It stops with
  at Template.render (/srv/app/lib/render.js:10:5)
  at resolveName (/srv/app/lib/names.js:3:1)`

/** A project with an old case, and a new one that says the same in other words. */
async function foundAgain() {
  const project = await addProject()
  const first = await addWelcomedReport(project, {
    title: 'Template names escape the folder',
    description: trace,
  })
  const other = await addWelcomedReport(project, { title: 'Reset tokens stay valid' })
  advanceClock(hourMs)
  const second = await addWelcomedReport(project, {
    title: 'Escaping the template folder by a name',
    description: `Seen on Windows.\n${trace.replaceAll('/srv/app/lib/', 'C:\\work\\')}`,
  })
  return { project, first, other, second, named: { case: second.reference } }
}

const found = async (...asked: Parameters<typeof similarCases>) =>
  value(await similarCases(...asked)).map(({ reference }) => reference)

describe('similarCases', () => {
  it('finds what says the same in other words, and says what speaks for it', async () => {
    const { project, first, named } = await foundAgain()
    expect(value(await similarCases(project.handler, named))).toEqual([
      {
        reference: first.reference,
        title: 'Template names escape the folder',
        stage: 'received',
        project: 'Marmotte',
        isSameProject: true,
        titleWords: expect.arrayContaining(['template', 'folder', 'name']),
        signs: expect.arrayContaining(['template.render', 'render.js', 'resolvename', 'names.js']),
        cwes: [],
      },
    ])
  })

  it('knows a title by its words of today, and counts the weakness', async () => {
    const { project, other, second, named } = await foundAgain()
    value(await changeTitle(project.handler, { case: other.reference, title: 'Reading files outside' }))
    value(await changeTitle(project.handler, { ...named, title: 'Reading a file outside of the tree' }))
    expect(await found(project.handler, { case: other.reference })).toEqual([second.reference])
    value(await classifySeverity(project.handler, { ...named, ratingAlone: 'low', cwes: 'CWE-22' }))
    const toOther = { case: other.reference, ratingAlone: 'low' as const, cwes: 'CWE-22' }
    value(await classifySeverity(project.handler, toOther))
    expect(value(await similarCases(project.handler, { case: other.reference }))[0]?.cwes).toEqual(['CWE-22'])
  })

  it('looks only among what the person may see', async () => {
    const { project, first, second, named } = await foundAgain()
    const elsewhere = await addProject('Pedro', 'PED')
    const foreign = await addWelcomedReport(elsewhere, { title: 'Template names escape the folder' })
    expect(await found(project.handler, named)).toEqual([first.reference])
    expect(await found(project.owner, named)).toEqual([first.reference, foreign.reference])
    expect(value(await similarCases(project.owner, named))[1]).toMatchObject({
      project: 'Pedro',
      isSameProject: false,
    })
    value(await restrictCase(project.lead, { case: first.reference, isRestricted: 'on' }))
    expect(await found(project.handler, named)).toEqual([])
    expect(await found(project.lead, named)).toEqual([first.reference])
    for (const actor of [project.stranger, anyone, second.reporter])
      expect(refusalOf(await similarCases(actor, named))).toMatch(/not_found|forbidden/)
  })

  it('looks for nothing by words that stand everywhere, but counts them', async () => {
    const { db } = await testDatabase()
    const { project, first, named } = await foundAgain()
    const words = ['template', 'name', 'escape', 'folder', 'escaping'].map(wordHash)
    const everywhere = Array.from({ length: 200 }, () => ({
      caseId: first.caseId,
      source: 'signs' as const,
      item: randomUUID(),
      words,
    }))
    await db.insert(caseWords).values(everywhere)
    const [found] = value(await similarCases(project.handler, named))
    expect(found).toMatchObject({ reference: first.reference, signs: expect.arrayContaining(['render.js']) })
    expect(found?.titleWords).toContain('template')
    value(await changeTitle(project.handler, { case: first.reference, title: 'Template name' }))
    const alike = await addWelcomedReport(project, { title: 'A template name' })
    expect(value(await similarCases(project.handler, { case: alike.reference }))).toEqual([])
  })

  it('leaves out what is linked already, and spam', async () => {
    const { project, first, named } = await foundAgain()
    value(await acknowledgeCase(project.handler, named))
    value(await linkCase(project.handler, { ...named, ofCase: first.reference }))
    expect(await found(project.handler, named)).toEqual([])
    expect(await found(project.handler, { case: first.reference })).toEqual([])
    value(await unlinkCase(project.handler, named))
    expect(await found(project.handler, named)).toEqual([first.reference])
    value(await resolveCase(project.handler, { case: first.reference, kind: 'spam', explanation: 'Spam.' }))
    expect(await found(project.handler, named)).toEqual([])
  })
})
