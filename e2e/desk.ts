import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beginning } from './beginning'
import { Clock } from './clock'
import { templateVariable, type DeskKind } from './desk-kind'
import { found } from './found'
import { Mailbox } from './mailbox'
import { freePort, isHealthy, serve } from './serve'

const startMs = 60_000

/** A desk of our own: the production server in a process of its own, with its folder, its clock and its mail server. */
export class DeskServer {
  private constructor(
    readonly url: string,
    readonly clock: Clock,
    readonly mails: Mailbox,
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly output: string[],
  ) {}

  /** Starts one: a copy of the founded desk of that kind, or an empty one that nobody owns yet; with these settings besides. */
  static async start(kind: DeskKind | 'empty', settings: Record<string, string> = {}): Promise<DeskServer> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-e2e-'))
    const template = path.join(process.env[templateVariable] ?? '', kind)
    if (kind === 'busy' && !fs.existsSync(template)) await found(template, kind)
    if (kind !== 'empty') fs.cpSync(template, folder, { recursive: true })
    const clock = new Clock(path.join(folder, 'clock'))
    clock.set(beginning)
    const mails = await Mailbox.open()
    const port = await freePort()
    const url = `http://localhost:${port}`
    const output: string[] = []
    const child = serve(port, {
      DATA_FOLDER: path.join(folder, 'data'),
      MASTER_KEY_FILE: path.join(folder, 'master.key'),
      TEST_CLOCK_FILE: path.join(folder, 'clock'),
      // One test plays many clients by the header that a proxy would append to.
      TRUSTED_PROXIES: '1',
      ...{ BASE_URL: url, SMTP_URL: mails.url, MAIL_FROM: 'Disclosure Desk <desk@example.org>' },
      ...settings,
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => output.push(String(chunk)))
    const desk = new DeskServer(url, clock, mails, child, folder, output)
    await desk.ready()
    return desk
  }

  /** How a case of the demonstration is reached; lively desks only. */
  story(name: string): { reference: string; receipt: string } {
    const cases = JSON.parse(fs.readFileSync(path.join(this.folder, 'cases.json'), 'utf8'))
    return cases[name]
  }

  /** Everything it said since it was started. */
  said(): string {
    return this.output.join('')
  }

  /** Ends this desk and nothing else, and removes what it wrote. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit')
      this.child.kill('SIGTERM')
      const timer = setTimeout(() => this.child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
    }
    await this.mails.close()
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  private async ready(): Promise<void> {
    const until = Date.now() + startMs
    while (!(await isHealthy(this.url))) {
      if (this.child.exitCode !== null || Date.now() > until) {
        await this.stop()
        throw new Error(`The desk did not start.\n${this.said()}`)
      }
      await sleep(100)
    }
  }
}
