import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectDatabase, type Database } from '@/db/connection'
import { startPostgresCluster } from '@/test/postgres-cluster'
import { found } from './found'
import { Mailbox } from './mailbox'
import { freePort, isHealthy, serve } from './serve'

const startMs = 90_000

/** One process of the desk. */
export interface DeskProcess {
  /** Where it serves; of a worker empty. */
  url: string
  /** kill -9: it can say nothing more to anybody. */
  kill(): Promise<void>
}

/** One desk in many processes over a PostgreSQL server that is thrown away. */
export class ManyProcesses {
  private constructor(
    readonly webs: readonly DeskProcess[],
    readonly workers: readonly DeskProcess[],
    readonly database: Database,
    readonly mails: Mailbox,
    /** Ends the PostgreSQL server, as when its machine fails. */
    readonly endDatabaseServer: () => Promise<void>,
    readonly stop: () => Promise<void>,
  ) {}

  /** Founds a desk and starts as many processes of each kind, of which every web process answers and every worker is seen. */
  static async start(count: { webs: number; workers: number }): Promise<ManyProcesses> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-many-'))
    const [cluster, mails] = await Promise.all([startPostgresCluster(), Mailbox.open()])
    const databaseUrl = cluster.url('postgres')
    const desk = path.join(folder, 'desk')
    const children: ChildProcess[] = []
    const database = await connectDatabase({ databaseUrl })
    let isServerThere = true
    const endDatabaseServer = async () => {
      if (isServerThere) await cluster.stop()
      isServerThere = false
    }
    const stop = async () => {
      await Promise.all(children.map(end))
      await Promise.all([database.close(), mails.close()])
      await endDatabaseServer()
      fs.rmSync(folder, { recursive: true, force: true })
    }
    try {
      await found(desk, 'bare', databaseUrl)
      const ports = []
      for (let n = 0; n < count.webs; n++) ports.push(await freePort())
      const settings = {
        DATABASE_URL: databaseUrl,
        MASTER_KEY_FILE: path.join(desk, 'master.key'),
        TEST_CLOCK_FILE: path.join(desk, 'clock'),
        BASE_URL: `http://localhost:${ports[0]}`,
        TRUSTED_PROXIES: '1',
        ...{ SMTP_URL: mails.url, MAIL_FROM: 'Disclosure Desk <desk@example.org>' },
      }
      const said: string[] = []
      const started = (child: ChildProcess) => {
        for (const stream of [child.stdout, child.stderr])
          stream?.on('data', (chunk) => said.push(String(chunk)))
        children.push(child)
        return child
      }
      const workers = Array.from({ length: count.workers }, () => started(work(settings)))
      const webs = ports.map((port) => ({ port, child: started(serve(port, settings)) }))
      const urls = ports.map((port) => `http://localhost:${port}`)
      await within(startMs, async () => {
        if (children.some(({ exitCode }) => exitCode !== null))
          throw new Error(`One ended.\n${said.join('')}`)
        const healthy = await Promise.all(urls.map(isHealthy))
        return healthy.every(Boolean) && said.join('').match(/"worker_started"/g)?.length === count.workers
      })
      return new ManyProcesses(
        webs.map(({ port, child }) => asProcess(child, `http://localhost:${port}`)),
        workers.map((child) => asProcess(child, '')),
        database,
        mails,
        endDatabaseServer,
        stop,
      )
    } catch (error) {
      await stop()
      throw error
    }
  }
}

const work = (settings: Record<string, string>) =>
  spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', HOST: 'localhost', MASTER_KEY: '', ...settings },
  })

const asProcess = (child: ChildProcess, url: string): DeskProcess => ({
  url,
  kill: async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  },
})

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(timer)
}

async function within(ms: number, holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('It took too long.')
    await sleep(200)
  }
}
