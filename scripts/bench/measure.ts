import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import { median } from './median'
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

/** Parts of the measured requests: a figure is the median of theirs, so that a machine that falters for a moment does not speak. */
const parts = 5

/**
 * Warms the path up, then measures `amount` requests over a few connections. Rate and processor time are the medians of five parts,
 * the waiting times are of all. Throws when a request is not answered with success.
 */
export async function measure(
  server: MeasuredProcess,
  load: Load,
  { cookie, amount }: { cookie: string; amount: number },
): Promise<Measured> {
  await run(server, load, cookie, amount)
  const { latency, moments } = await run(server, load, cookie, amount)
  const ended = moments.slice(1).map((end, index) => {
    const begin = moments[index] ?? end
    const answered = end.answered - begin.answered
    return {
      perSecond: (answered * 1000) / (end.atMs - begin.atMs),
      cpuMs: (end.cpuMs - begin.cpuMs) / answered,
    }
  })
  return {
    name: load.name,
    perSecond: median(ended.map(({ perSecond }) => perSecond)),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    cpuMs: median(ended.map(({ cpuMs }) => cpuMs)),
  }
}

/** Asks, and notes at the end of each part how many answers there were, when it was, and what the server had used. */
async function run(server: MeasuredProcess, load: Load, cookie: string, amount: number) {
  const running = autocannon({
    url: server.address,
    connections,
    amount,
    timeout: 30,
    requests: [load.submits ? { setupRequest: report(load.path) } : { path: load.path, headers: { cookie } }],
  })
  let answered = 0
  const note = () => ({ answered, atMs: performance.now(), cpuMs: server.cpuMs() })
  const moments = [note()]
  running.on('response', () => {
    answered += 1
    if (answered % Math.ceil(amount / parts) === 0 || answered === amount) moments.push(note())
  })
  const limit = setTimeout(() => running.stop(), longestMs)
  const result = await running
  clearTimeout(limit)
  if (result.non2xx > 0 || result.errors > 0 || moments.length === 1)
    throw new Error(
      `${load.path}: ${result.non2xx} answers were no success, ${result.errors} requests failed.`,
    )
  return { latency: result.latency, moments }
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
