import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { credits } from '@/db/schema'
import { addAnnounceableCase, addAnnouncingProject } from '@/test/announceable-case'
import { resetDatabase, testDatabase } from '@/test/database'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const causeOf = (error: unknown) => (error instanceof Error ? error.cause : undefined)

it('the database refuses a second entry for the same report, but neither other people nor another case', async () => {
  const project = await addAnnouncingProject()
  const { id: caseId } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  const { id: elsewhere } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  const [entered] = await db.select().from(credits).where(eq(credits.caseId, caseId))
  expect(entered?.reportId).toEqual(expect.any(String))
  const again = (more: object) =>
    db
      .insert(credits)
      .values({ ...entered!, id: randomUUID(), ...more })
      .execute()
      .then(
        () => null,
        (error: unknown) => causeOf(error),
      )
  expect(await again({})).toMatchObject({ code: '23505', constraint: 'credits_once_per_report' })
  expect(await again({ reportId: null })).toBeNull()
  expect(await again({ reportId: null })).toBeNull()
  expect(await again({ caseId: elsewhere })).toBeNull()
})
