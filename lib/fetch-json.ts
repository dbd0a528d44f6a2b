/** A request that was not answered with what was asked for. `status` 0: there was no answer at all. */
export class FetchFailed extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What stands now, where somebody else was first. */
    readonly current: unknown = undefined,
  ) {
    super(message)
    this.name = 'FetchFailed'
  }
}

/** JSON from an address of this site. Throws FetchFailed, with the words of a problem+json answer (RFC 9457). */
export const fetchJson = <Value>(address: string, signal?: AbortSignal): Promise<Value> =>
  answered(address, { signal })

/**
 * Sends JSON to an address of this site and gives its answer. Throws as `fetchJson`. `keepalive`: is sent even when the page is
 * closed meanwhile, up to 64 kB.
 */
export const postJson = <Value>(
  address: string,
  body: object,
  { keepalive = false }: { keepalive?: boolean } = {},
): Promise<Value> =>
  answered(address, {
    method: 'POST',
    body: JSON.stringify(body),
    keepalive,
    headers: { 'content-type': 'application/json' },
  })

async function answered<Value>(address: string, request: RequestInit): Promise<Value> {
  const headers = { accept: 'application/json', ...request.headers }
  const response = await fetch(address, { ...request, headers }).catch((error: unknown) => {
    if (request.signal?.aborted) throw error
    throw new FetchFailed(0, 'The server could not be reached.')
  })
  if (response.ok) return (await response.json()) as Value
  const problem = (await response.json().catch(() => null)) as { detail?: string; current?: unknown } | null
  throw new FetchFailed(
    response.status,
    problem?.detail ?? `The server answered ${response.status}.`,
    problem?.current,
  )
}
