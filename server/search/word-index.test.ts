import { randomBytes } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { cases, caseWords, instance } from '@/db/schema'
import { jobActor } from '@/server/auth/job-actor'
import { answers, readSearch } from '@/server/cases/queue-search'
import { changeTitle } from '@/server/cases/change-title'
import { splitReport } from '@/server/cases/split-report'
import { writeNote } from '@/server/cases/write-note'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { createVault } from '@/server/kernel/sealing'
import { now } from '@/server/kernel/clock'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { resetDatabase, testDatabase } from '@/test/database'
import { addWelcomedReport } from '@/test/reporter'
import { addProject, value } from '@/test/team'
import { indexMissing } from './index-missing'
import { wordHash } from './word-index'

const { db } = await testDatabase()
beforeEach(resetDatabase)

/** The references of the cases that hold every word of the question. */
const finds = async (question: string) => {
  const rows = await db
    .select({ reference: cases.reference })
    .from(cases)
    .where(answers(await readSearch({ tx: db }, question)))
    .orderBy(asc(cases.receivedAt))
  return rows.map(({ reference }) => reference)
}

const stored = () => db.select().from(caseWords).orderBy(asc(caseWords.item), asc(caseWords.source))

describe('the index of words', () => {
  it('finds a case by its report, its title, a message and a note, by all words asked for', async () => {
    const project = await addProject()
    const { reference, reporter } = await addWelcomedReport(project, {
      description: 'A zebra in the parseHeader function.',
    })
    const named = { case: reference }
    value(await acknowledgeCase(project.handler, named))
    expect(await finds('zebra')).toEqual([reference])
    expect(await finds('Zebras parse headers')).toEqual([reference])
    expect(await finds('zebra giraffe')).toEqual([])
    value(await writeNote(project.handler, { ...named, body: 'The giraffe is the cause.' }))
    expect(await finds('zebra giraffe')).toEqual([reference])
    value(await replyAsReporter(reporter, { body: 'An okapi, too.' }))
    expect(await finds('okapi')).toEqual([reference])
    expect(await finds('the of')).toEqual([])
  })

  it('forgets the title of before, and takes the words of a split along', async () => {
    const project = await addProject()
    const { reference } = await addWelcomedReport(project, { description: 'A zebra and a giraffe.' })
    const named = { case: reference }
    value(await acknowledgeCase(project.handler, named))
    value(await changeTitle(project.handler, { ...named, title: 'About an okapi' }))
    value(await changeTitle(project.handler, { ...named, title: 'About a tapir' }))
    expect(await finds('okapi')).toEqual([])
    expect(await finds('tapir')).toEqual([reference])
    const apart = { title: 'The second animal', explanation: 'Two animals.' }
    const second = value(await splitReport(project.handler, { ...named, ...apart }))
    expect((await finds('zebra')).toSorted()).toEqual([reference, second.reference].toSorted())
    expect(await finds('second animal')).toEqual([second.reference])
  })

  it('keeps nothing of an encrypted text', async () => {
    const project = await addProject()
    const { reference } = await addWelcomedReport(project)
    const message = '-----BEGIN PGP MESSAGE-----\n\nwcBMA0zebra\n-----END PGP MESSAGE-----'
    value(await acknowledgeCase(project.handler, { case: reference }))
    value(await writeNote(project.handler, { case: reference, body: `A giraffe. ${message}` }))
    expect(await finds('giraffe')).toEqual([reference])
    expect(await finds('wcBMA0zebra')).toEqual([])
  })

  it('says nothing of a word without the master key', () => {
    const other = createVault(randomBytes(32))
    const underOther = BigInt.asIntN(64, BigInt(`0x${other.keyedHash('case-words', 'zebra').slice(0, 16)}`))
    expect(wordHash('zebra')).not.toBe(underOther)
  })
})

describe('indexMissing', () => {
  const sweep = async () => value(await indexMissing(jobActor('search.sweep'), {}))

  it('makes older cases findable as if they had been from the start, and then rests', async () => {
    await db.insert(instance).values({ keyCheck: 'known', createdAt: now() })
    const project = await addProject()
    const { reference, caseId } = await addWelcomedReport(project, {
      description: 'A zebra at Template.render in here.',
    })
    value(await acknowledgeCase(project.handler, { case: reference }))
    value(await writeNote(project.handler, { case: reference, body: 'A giraffe.' }))
    for (let more = 0; more < 20; more++) await addWelcomedReport(project)
    const before = await stored()
    await db.delete(caseWords)
    expect(await finds('zebra')).toEqual([])
    expect(await sweep()).toBe('more')
    expect(await sweep()).toBe('done')
    expect(await stored()).toEqual(before)
    expect(await finds('zebra giraffe')).toEqual([reference])

    await db.delete(caseWords).where(and(eq(caseWords.caseId, caseId), eq(caseWords.source, 'title')))
    expect(await sweep()).toBe('done')
    const title = and(eq(caseWords.item, caseId), eq(caseWords.source, 'title'))
    expect(await db.select().from(caseWords).where(title)).toEqual([])
  })
})
