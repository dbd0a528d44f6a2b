import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DatabaseConfig } from '@/db/connection'
import { bareDatabaseUrl, testEngine } from './database'

interface OwnDatabase {
  config: DatabaseConfig
  /** What a process of its own is told of it. */
  variables: Record<string, string>
  remove: () => void
}

/** An empty database of the engine that is tested, apart from this worker's: for tests that start and kill processes. */
export async function ownDatabase(): Promise<OwnDatabase> {
  if (testEngine() === 'postgres') {
    const databaseUrl = await bareDatabaseUrl()
    return { config: { databaseUrl }, variables: { DATABASE_URL: databaseUrl }, remove: () => {} }
  }
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-own-'))
  return {
    config: { dataFolder },
    variables: { DATA_FOLDER: dataFolder },
    remove: () => fs.rmSync(dataFolder, { recursive: true }),
  }
}
