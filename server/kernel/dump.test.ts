import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseWords } from '@/db/schema'
import { jobActor } from '@/server/auth/job-actor'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { dayMs, plusMs } from '@/lib/instant'
import { scheduleAt } from '@/test/announceable-case'
import { wordHash } from '@/server/search/word-index'
import { setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { dumpDatabase, tablesHolding } from '@/test/dump'
import { value } from '@/test/team'
import { addWholeCase, publicPlaces } from '@/test/whole-case'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const findings = async (markers: ReadonlyMap<string, string>) => {
  const dump = await dumpDatabase(db)
  return Object.fromEntries(
    [...markers].flatMap(([place, word]) => {
      const tables = tablesHolding(dump, word)
      return tables.length > 0 ? [[place, tables]] : []
    }),
  )
}

describe('A dump of the database', () => {
  it('shows no vulnerability detail', async () => {
    const { markers, vector } = await addWholeCase()
    expect(markers.size).toBeGreaterThan(35)
    expect(await findings(markers)).toEqual({})
    expect(tablesHolding(await dumpDatabase(db), vector)).toEqual([])
  })

  it('shows, once announced, what the advisory says, and that in its publications alone', async () => {
    const { project, reference, caseId, markers } = await addWholeCase()
    const at = plusMs(testStart, 8 * dayMs)
    value(await scheduleAt(project, reference, at))
    setClock(at)
    expect(value(await publishAdvisory(jobActor('advisories.publish'), { case: caseId }))).toBe('published')
    const shown = await findings(markers)
    expect(Object.keys(shown).toSorted()).toEqual([...publicPlaces, 'plan reason'].toSorted())
    for (const [place, tables] of Object.entries(shown))
      expect(tables, place).toEqual(['public.publications'])
  })

  it('holds what is searched for as keyed hashes alone', async () => {
    const { caseId, markers } = await addWholeCase()
    const rows = await db.select().from(caseWords).where(eq(caseWords.caseId, caseId))
    const hashes = new Set(rows.flatMap(({ words }) => words))
    const searched = ['report title', 'report description', 'message', 'reply', 'note', 'title', 'tag']
    for (const place of searched) expect(hashes, place).toContain(wordHash(markers.get(place) ?? ''))
    for (const part of ['title', 'summary', 'impact', 'actions', 'workarounds'])
      expect(hashes, part).toContain(wordHash(markers.get(`advisory ${part}`) ?? ''))
    for (const place of ['contact name', 'declined credit'])
      expect(hashes, place).not.toContain(wordHash(markers.get(place) ?? ''))
  })

  it('would be seen to show one, however it was written', async () => {
    const word = 'marker-in-plain-sight'
    const bytes = Buffer.from(`x${word}y`)
    for (const written of [
      word,
      word.toUpperCase(),
      bytes.toString('hex'),
      bytes.toString('base64'),
      bytes.toString('base64url'),
    ]) {
      await db.execute(
        sql`insert into pgboss.job (name, data) values ('mail.send', ${JSON.stringify({ written })})`,
      )
      expect(tablesHolding(await dumpDatabase(db), word), written).not.toEqual([])
      await db.execute(sql`delete from pgboss.job`)
    }
    await db.execute(
      sql`insert into event_chains values ('00000000-0000-4000-8000-000000000009', 0, convert_to(${word}, 'UTF8'))`,
    )
    expect(tablesHolding(await dumpDatabase(db), word)).toEqual(['public.event_chains'])
  })
})
