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
  }
}

/** Once per run: the migrated database every worker copies, embedded unless TEST_ENGINE is postgres. */
export default async function prepareDatabases(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const engine = process.env.TEST_ENGINE ?? 'embedded'
  if (engine === 'embedded') {
    project.provide('testEngine', { kind: 'embedded', dump: await migratedDump() })
    return undefined
  }
  if (engine !== 'postgres') throw new Error('TEST_ENGINE must be embedded or postgres.')
  const cluster = await startPostgresCluster()
  await cluster.run('postgres', 'create database desk_template')
  const template = await connectDatabase({ databaseUrl: cluster.url('desk_template') })
  await migrate(template)
  await template.close()
  const urls = { admin: cluster.url('postgres'), worker: cluster.url('DATABASE') }
  project.provide('testEngine', { kind: 'postgres', urls })
  return () => cluster.stop()
}
