import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { connectDatabase } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { migratedDump } from './migrated-dump'
import { startPostgresCluster } from './postgres-cluster'

/** Where a worker takes its own database from. */
export type TestEngine =
  { kind: 'embedded'; dump: string } | { kind: 'postgres'; urls: { admin: string; worker: string } }

declare module 'vitest' {
  interface ProvidedContext {
    testEngine: TestEngine
    /** A folder for the files of this run's workers, removed afterwards. */
    testFolder: string
  }
}

/** Once per run: the migrated database every worker copies, embedded unless TEST_ENGINE is postgres. */
export default async function prepareDatabases(project: TestProject): Promise<() => Promise<void>> {
  const { engine, stop } = await prepareEngine(process.env.TEST_ENGINE ?? 'embedded')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-test-'))
  project.provide('testEngine', engine)
  project.provide('testFolder', folder)
  return async () => {
    await stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function prepareEngine(name: string): Promise<{ engine: TestEngine; stop: () => Promise<void> }> {
  if (name === 'embedded') {
    return { engine: { kind: 'embedded', dump: await migratedDump() }, stop: async () => undefined }
  }
  if (name !== 'postgres') throw new Error('TEST_ENGINE must be embedded or postgres.')
  const cluster = await startPostgresCluster()
  await cluster.run('postgres', 'create database desk_template')
  const template = await connectDatabase({ databaseUrl: cluster.url('desk_template') })
  await migrate(template)
  await template.close()
  const urls = { admin: cluster.url('postgres'), worker: cluster.url('DATABASE') }
  return { engine: { kind: 'postgres', urls }, stop: cluster.stop }
}
