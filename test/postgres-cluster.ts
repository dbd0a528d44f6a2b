import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

export interface PostgresCluster {
  /** The connection string of one of its databases; `postgres` is there from the beginning. */
  url(database: string): string
  /** Runs statements one by one, outside a transaction. */
  run(database: string, ...statements: string[]): Promise<void>
  /** Ends the server at once and removes everything it wrote. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server of our own that is thrown away afterwards, reachable through a unix socket only.
 * It does without fsync unless it is to be `durable`: nothing in it is worth keeping. Root's servers run as the user `postgres`, for
 * PostgreSQL refuses to run as root.
 */
export async function startPostgresCluster({ durable = false } = {}): Promise<PostgresCluster> {
  const programs = postgresPrograms()
  const owner = process.getuid?.() === 0 ? postgresUser() : null
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-pg-'))
  if (owner) fs.chownSync(folder, owner.uid, owner.gid)
  const data = path.join(folder, 'data')
  const run = { cwd: folder, ...owner, env: { ...process.env, LC_ALL: 'C' } }
  const initdb = [
    '--pgdata',
    data,
    '--username',
    'postgres',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
  ]
  execFileSync(path.join(programs, 'initdb'), [...initdb, '--no-sync'], { ...run, stdio: 'pipe' })

  const settings = [
    `unix_socket_directories=${folder}`,
    'listen_addresses=',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    'max_connections=100',
  ]
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...run, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  // SIGQUIT is PostgreSQL's immediate shutdown.
  const end = () => void server.kill('SIGQUIT')
  process.once('exit', end)

  const url = (database: string) =>
    `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`
  await ready(server, url('postgres'))
  return {
    url,
    run: (database, ...statements) => runStatements(url(database), statements),
    stop: async () => {
      process.off('exit', end)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      end()
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function runStatements(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Resolves once the server takes connections; fails with its own words when it ends instead. */
async function ready(server: ChildProcess, url: string): Promise<void> {
  let words = ''
  server.stderr?.on('data', (chunk) => (words += String(chunk)))
  const deadline = Date.now() + 60_000
  for (;;) {
    const failure = await runStatements(url, []).then(
      () => null,
      (error: Error) => error,
    )
    if (!failure) return
    if (server.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The PostgreSQL server did not start: ${words || failure.message}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The folder of initdb and postgres: the newest Debian keeps, or what is on the PATH. Installs them on Debian as root. */
function postgresPrograms(): string {
  const found = findPrograms()
  if (found) return found
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    console.warn('PostgreSQL is not installed; installing it with apt-get.')
    execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', 'postgresql'], { stdio: 'pipe' })
    const installed = findPrograms()
    if (installed) return installed
  }
  throw new Error(
    'TEST_ENGINE=postgres needs the programs initdb and postgres: install PostgreSQL, or put them on the PATH.',
  )
}

function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => fs.existsSync(path.join(folder, name))),
  )
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
