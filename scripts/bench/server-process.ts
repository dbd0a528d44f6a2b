import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process of the desk that is measured from outside. */
export interface MeasuredProcess {
  address: string
  /** Processor time used so far by all its threads, in milliseconds. */
  cpuMs(): number
  /** Memory it holds now, in megabytes. */
  memoryMb(): number
  stop(): Promise<void>
}

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts the built desk as `npm start` does, and waits until it answers. `profileFolder`: where it leaves a profile at its end. */
export async function startServer(
  environment: Record<string, string>,
  profileFolder: string | null,
): Promise<MeasuredProcess> {
  const port = await freePort()
  const profile = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []
  const child = run([...profile, 'scripts/serve.mjs'], {
    ...environment,
    PORT: String(port),
    HOST: 'localhost',
    BENCH_FLOOR: '1',
    // The load brings its clients in the header.
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'error',
  })
  const address = `http://localhost:${port}`
  await answering(child, `${address}/api/floor`)
  return {
    address,
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    memoryMb: () => {
      const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
    },
    stop: () => end(child),
  }
}

/** What the threads of a process have used so far: Linux counts it in nanoseconds, as the first figure of each one's schedstat. */
function cpuMsOf(pid: number): number {
  const threads = `/proc/${pid}/task`
  const used = fs
    .readdirSync(threads)
    .map((thread) => Number(fs.readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]))
  return used.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1_000_000
}

/** Starts a worker process, for a desk over PostgreSQL. */
export function startWorkerProcess(environment: Record<string, string>): { stop(): Promise<void> } {
  const child = run(['--import', 'tsx', 'worker/main.ts'], environment)
  return { stop: () => end(child) }
}

function run(args: string[], environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  return child
}

async function answering(child: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const answers = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers) return
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('The server did not start.')
    await sleep(200)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
