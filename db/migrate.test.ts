import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { describe, expect, it } from 'vitest'
import { bareDatabase, bareDatabaseUrl, testDatabase, testEngine } from '@/test/database'
import { connectDatabase } from './connection'
import { DatabaseNewerThanCode, migrate, migrationsFolder, pendingMigrations } from './migrate'

const all = readMigrationFiles({ migrationsFolder: migrationsFolder() }).length

describe('migrations', () => {
  it('bring an empty database to the newest form, once', async () => {
    const database = await bareDatabase()
    try {
      expect(await pendingMigrations(database)).toBe(all)
      expect(await migrate(database)).toBe(all)
      expect(await pendingMigrations(database)).toBe(0)
      expect(await migrate(database)).toBe(0)
      const { rows } = await database.db.execute(sql`select to_regclass('public.instance')::text as found`)
      expect(rows).toEqual([{ found: 'instance' }])
    } finally {
      await database.close()
    }
  })

  it('refuse a database that is newer than the program', async () => {
    const database = await testDatabase()
    const newer = 9_999_999_999_999
    await database.db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${newer})`,
    )
    try {
      await expect(migrate(database)).rejects.toThrow(DatabaseNewerThanCode)
      await expect(pendingMigrations(database)).rejects.toThrow(
        'The database is newer than this program: it has 1 change this version does not know. ' +
          'Start the version that made it, or a later one; nothing was changed.',
      )
    } finally {
      await database.db.execute(sql`delete from drizzle.__drizzle_migrations where created_at = ${newer}`)
    }
  })

  it.runIf(testEngine() === 'postgres')(
    'run once when eight processes start together (only a server has more than one)',
    async () => {
      const databaseUrl = await bareDatabaseUrl()
      const databases = await Promise.all(Array.from({ length: 8 }, () => connectDatabase({ databaseUrl })))
      const steps = await Promise.all(databases.map(migrate))
      await Promise.all(databases.map((database) => database.close()))
      expect(steps.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 0, 0, all])
    },
  )
})
