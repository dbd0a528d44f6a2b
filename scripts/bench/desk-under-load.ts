import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { desc, eq, sql } from 'drizzle-orm'
import { connectDatabase, holdDatabase, type Database, type DatabaseConfig } from '@/db/connection'
import { projects, publications } from '@/db/schema'
import { highestFloodAbove } from '@/domain/projects/flood'
import { minuteMs, toInstant } from '@/lib/instant'
import { startUp } from '@/server/jobs/start-up'
import { indexMissing } from '@/server/search/index-missing'
import { startPostgresCluster } from '@/test/postgres-cluster'
import { Desk } from '../demo/desk'
import { foundDesk } from '../demo/found-desk'
import { play } from '../demo/play'
import { archive, resetLink } from '../demo/stories/marmotte'
import { addManyCases } from './many-cases'
import type { Engine } from './options'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'disclosure-desk-bench-'))
process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
// The environment is read once, so this holds for every desk of the run.
process.env.TEST_CLOCK_FILE = path.join(folder, 'clock')
process.env.MASTER_KEY = randomBytes(32).toString('base64')
process.env.DATA_FOLDER = path.join(folder, 'never-opened')

/** A database that a server can be started over. */
export interface DeskDatabase {
  /** Variables of the server. */
  environment: Record<string, string>
  remove(): Promise<void>
}

/** A filled desk. Servers are started over copies of it, so that what one of them wrote does not slow the next. */
export interface FilledDesk {
  copy(): Promise<DeskDatabase>
  /** A case with a whole history, for its page. */
  reference: string
  /** The receipt of its report. */
  receipt: string
  /** An announced advisory of the project `marmotte`. */
  publicId: string
  remove(): Promise<void>
}

/** Makes a desk with five projects, the histories of two cases, and `count` cases more. */
export async function fillDesk(engine: Engine, count: number): Promise<FilledDesk> {
  const { config, copy, remove } = await emptyDatabase(engine)
  const database = await connectDatabase(config)
  try {
    return { ...(await fill(database, count)), copy, remove }
  } finally {
    await database.close()
  }
}

async function fill(database: Database, count: number) {
  const { db } = database
  const present = toInstant(Math.floor(Date.now() / minuteMs) * minuteMs)
  fs.writeFileSync(process.env.TEST_CLOCK_FILE ?? '', present)
  holdDatabase(database)
  await startUp()
  const desk = new Desk(database, process.env.TEST_CLOCK_FILE ?? '', present)
  await foundDesk(desk)
  const courses = await play(desk, [archive, resetLink])
  const [published] = await db
    .select({ publicId: publications.publicId })
    .from(publications)
    .where(eq(publications.isLatest, true))
    .orderBy(desc(publications.publishedAt))
    .limit(1)
  await addManyCases(database, count, present)
  await endIndexing()
  // The load sends more reports than any project gets: what is measured is taking one, not holding it.
  await db.update(projects).set({ floodAbove: highestFloodAbove })
  await db.execute(sql`vacuum analyze`)
  // What was filled in is on the disk before the server starts, instead of going there while it is measured.
  await db.execute(sql`checkpoint`)
  const course = courses.get('archive')
  return {
    reference: course?.reference ?? '',
    receipt: course?.receipts[0] ?? '',
    publicId: published?.publicId ?? '',
  }
}

/** What a desk that was never without its index of words knows of it; else a job would look through all cases while they are measured. */
async function endIndexing(): Promise<void> {
  for (let batch = 0; batch < mostUnindexed; batch++) {
    const result = await indexMissing({ kind: 'job', job: 'search.sweep' }, {})
    if (result.ok && result.value === 'done') return
  }
  throw new Error('The cases that were filled in are not in the index of words.')
}
/** Batches that the desk's first cases may take, which its commands made. */
const mostUnindexed = 3

/** An empty database of the desk, which can be copied once it is closed. */
async function emptyDatabase(
  engine: Engine,
): Promise<{ config: DatabaseConfig } & Pick<FilledDesk, 'copy' | 'remove'>> {
  const serving = { TEST_CLOCK_FILE: '', DATABASE_URL: '' }
  if (engine === 'pglite') {
    const dataFolder = fs.mkdtempSync(path.join(folder, 'data-'))
    const removeFolder = async (data: string) => fs.rmSync(data, { recursive: true, force: true })
    return {
      config: { dataFolder },
      copy: async () => {
        const data = fs.mkdtempSync(path.join(folder, 'data-'))
        fs.cpSync(dataFolder, data, { recursive: true })
        return { environment: { ...serving, DATA_FOLDER: data }, remove: () => removeFolder(data) }
      },
      remove: () => removeFolder(dataFolder),
    }
  }
  const cluster = await startPostgresCluster({ durable: true })
  await cluster.run('postgres', 'create database desk')
  let copies = 0
  return {
    config: { databaseUrl: cluster.url('desk') },
    copy: async () => {
      const name = `copy_${++copies}`
      await cluster.run('postgres', `create database ${name} template desk`, 'checkpoint')
      return {
        environment: { ...serving, DATABASE_URL: cluster.url(name) },
        remove: () => cluster.run('postgres', `drop database ${name} with (force)`),
      }
    },
    remove: cluster.stop,
  }
}
