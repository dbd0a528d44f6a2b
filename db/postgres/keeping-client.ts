import pg from 'pg'

/** Statements a connection keeps parsed; what comes after them is parsed at each use. The desk's own are far fewer. */
const mostKept = 500
const names = new Map<string, string>()

/** The name a statement is kept under, the same on every connection; undefined: it is not kept. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostKept) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/**
 * A connection that costs little per statement: the server parses and plans each statement with values once, and what is asked in
 * one turn of the event loop leaves in one write, because waking the server costs more than most statements do.
 */
export class KeepingClient extends pg.Client {
  private isHeld = false
  /** The end of its transaction was asked for: nothing that comes now would be part of it. */
  isOver = false
  /** What the first statement that failed failed with, until it is taken back; those after it in its transaction fail for it. */
  firstFailure: Error | null = null

  // The driver's many overloads; the desk's statements come as a configuration and values.
  override query(...args: never[]): never {
    if (this.isOver) throw new Error('A statement came after the end of its transaction.')
    const [config, values] = args as unknown[]
    const given = config as { text?: string; name?: string } | undefined
    const isKept = Array.isArray(values) && values.length > 0 && typeof given?.text === 'string'
    // By its text alone: a name of its asker's may stand for another text in another copy of the same module.
    const told = isKept ? [{ ...given, name: nameOf(given.text!) }, ...args.slice(1)] : args
    this.holdWrites()
    const asked = (super.query as (...args: unknown[]) => unknown).apply(this, told)
    if (asked instanceof Promise) asked.catch((error: Error) => (this.firstFailure ??= error))
    return asked as never
  }

  private holdWrites(): void {
    if (this.isHeld) return
    const { stream } = (this as unknown as { connection: { stream: NodeJS.WritableStream & Corked } })
      .connection
    this.isHeld = true
    stream.cork()
    process.nextTick(() => {
      this.isHeld = false
      stream.uncork()
    })
  }
}

interface Corked {
  cork(): void
  uncork(): void
}
