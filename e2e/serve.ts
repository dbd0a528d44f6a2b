import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'

/** Starts the production server in a process of its own, on that port of this machine and with these settings. */
export function serve(port: number, settings: Record<string, string>): ChildProcess {
  const next = path.resolve('node_modules/next/dist/bin/next')
  return spawn(process.execPath, [next, 'start', '--hostname', 'localhost', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_MANUAL_SIG_HANDLE: '1',
      ...{ HOST: 'localhost', PORT: String(port), MASTER_KEY: '', DATABASE_URL: '' },
      ...settings,
    },
  })
}

/** Whether the desk at that address can do its work. */
export const isHealthy = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  )

/** A port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
