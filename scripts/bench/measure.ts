import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import type { MeasuredProcess } from './server-process'

/** Something that is asked of the server over and over. */
export interface Load {
  name: string
  path: string
  /** What it is compared with. */
  floor: 'page' | 'route'
  /** Sends a report, a new one each time, instead of asking for something. */
  submits?: boolean
  /** What is to reach over PostgreSQL: at most so many times the floor's processor time, or at least that share of its rate. */
  limit?: number
}

export interface Measured {
  name: string
  perSecond: number
  p50Ms: number
  p99Ms: number
  /** Processor time of the server for one request. */
  cpuMs: number
}

const connections = 4
const longestMs = 60_000

/** Warms the path up, then measures `amount` requests over a few connections. Throws when one is not answered with success. */
export async function measure(
  server: MeasuredProcess,
  load: Load,
  { cookie, amount }: { cookie: string; amount: number },
): Promise<Measured> {
  await run(server, load, cookie, amount)
  const before = server.cpuMs()
  const result = await run(server, load, cookie, amount)
  const used = server.cpuMs() - before
  const answered = result['2xx']
  return {
    name: load.name,
    perSecond: answered / result.seconds,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuMs: used / answered,
  }
}

async function run({ address }: MeasuredProcess, load: Load, cookie: string, amount: number) {
  const running = autocannon({
    url: address,
    connections,
    amount,
    timeout: 30,
    requests: [load.submits ? { setupRequest: report(load.path) } : { path: load.path, headers: { cookie } }],
  })
  // The library itself counts in whole seconds.
  const began = performance.now()
  let answeredAt = began
  running.on('response', () => (answeredAt = performance.now()))
  const limit = setTimeout(() => running.stop(), longestMs)
  const result = await running
  clearTimeout(limit)
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0)
    throw new Error(
      `${load.path}: ${result.non2xx} answers were no success, ${result.errors} requests failed.`,
    )
  return { ...result, seconds: (answeredAt - began) / 1000 }
}

/** Each report comes from another client, as the limit per client is not what is measured. */
const report = (path: string) => () => ({
  method: 'POST',
  path,
  headers: {
    'content-type': 'application/json',
    'x-forwarded-for': ['10', ...randomBytes(3)].join('.'),
  },
  body: JSON.stringify({
    submission: randomBytes(16).toString('base64url'),
    title: 'Reset tokens stay valid',
    description:
      'A token for resetting the password still works after the password was changed with another one. '.repeat(
        6,
      ),
    impact: 'Whoever once read a mail takes the account over again.',
    contactEmail: 'reporter@example.org',
  }),
})
