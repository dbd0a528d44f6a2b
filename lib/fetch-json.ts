/** A request that was not answered with what was asked for. `status` 0: there was no answer at all. */
export class FetchFailed extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
    this.name = 'FetchFailed'
  }
}

/** JSON from an address of this site. Throws FetchFailed, with the words of a problem+json answer (RFC 9457). */
export async function fetchJson<Value>(address: string, signal?: AbortSignal): Promise<Value> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } }).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error
      throw new FetchFailed(0, 'The server could not be reached.')
    },
  )
  if (response.ok) return (await response.json()) as Value
  const problem = (await response.json().catch(() => null)) as { detail?: string } | null
  throw new FetchFailed(response.status, problem?.detail ?? `The server answered ${response.status}.`)
}
