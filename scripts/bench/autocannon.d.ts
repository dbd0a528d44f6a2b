declare module 'autocannon' {
  interface Request {
    method?: string
    path?: string
    body?: string
    headers?: Record<string, string>
    setupRequest?: (request: Request) => Request
  }
  interface Options {
    url: string
    connections: number
    amount: number
    /** Seconds after which a request counts as lost. */
    timeout: number
    headers?: Record<string, string>
    requests?: Request[]
  }
  interface Result {
    '2xx': number
    non2xx: number
    errors: number
    latency: { p50: number; p99: number }
  }
  export default function autocannon(
    options: Options,
  ): Promise<Result> & { stop(): void; on(event: 'response', heard: () => void): void }
}
