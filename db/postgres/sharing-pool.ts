import pg from 'pg'

interface Lease {
  client: Promise<pg.PoolClient>
  /** Statements that are not answered yet. */
  open: number
}

/**
 * A pool that gives single statements asked in the same turn of the event loop one connection together. A page asks for a dozen
 * things at once: one connection answers them in one go, where a dozen would each have to be woken.
 */
export class SharingPool extends pg.Pool {
  private lease: Lease | null = null

  // The driver's many overloads; callers see those of pg.Pool.
  override query(...args: never[]): never {
    return this.ask(args) as never
  }

  private async ask(args: never[]): Promise<unknown> {
    const lease = (this.lease ??= this.beginLease())
    lease.open++
    try {
      const client = await lease.client
      return await client.query(...(args as unknown as [string]))
    } finally {
      if (--lease.open === 0) this.giveBack(lease)
    }
  }

  private beginLease(): Lease {
    const lease = { client: this.connect(), open: 0 }
    setImmediate(() => this.shut(lease))
    return lease
  }

  private shut(lease: Lease): void {
    if (this.lease === lease) this.lease = null
  }

  private giveBack(lease: Lease): void {
    this.shut(lease)
    // A connection that could not be had was told to those who asked.
    void lease.client.then(
      (client) => client.release(),
      () => undefined,
    )
  }
}
