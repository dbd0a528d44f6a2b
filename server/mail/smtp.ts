import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Envelope } from './compose'
import { outcomeUnknown, type Delivery } from './delivery'

/** The longest an attempt may take. */
const attemptMs = 2 * 60_000
const timeouts = {
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  socketTimeout: 60_000,
  dnsTimeout: 20_000,
}

/**
 * Gives one message to the mail server. `handOver` is asked after the server let us in and before it is given anything of the
 * mail; on false nothing is sent and the answer is null. Never throws: how a line broke is an outcome too.
 */
export async function deliver(
  smtpUrl: string,
  { envelope, message }: { envelope: Envelope; message: Buffer },
  handOver: () => Promise<boolean>,
): Promise<Delivery | null> {
  const { auth, ...server } = parseConnectionUrl(smtpUrl)
  const connection = new SMTPConnection({ ...server, ...timeouts })
  const line = new Line(connection)
  let isGiven = false
  try {
    await line.step((done) => connection.connect(done))
    if (auth)
      await line.step((done) => connection.login({ credentials: auth as SMTPConnection.Credentials }, done))
  } catch (error) {
    line.cut()
    return deferred(error)
  }
  try {
    if (!(await handOver())) {
      line.end()
      return null
    }
    const content = new Readable({
      read() {
        // Nobody reads before the server took sender and recipient and asked for the message.
        isGiven = true
        this.push(message)
        this.push(null)
      },
    })
    const recipients = { from: envelope.from, to: [envelope.to], size: message.length }
    await line.step((done) => connection.send(recipients, content, done))
    line.end()
    return { kind: 'accepted' }
  } catch (error) {
    line.cut()
    return outcomeOf(error, isGiven)
  }
}

/** One dialogue: a step ends with its answer, with the line, or with the time that all steps have together. */
class Line {
  private readonly broken: Promise<never>
  private readonly timer: NodeJS.Timeout

  constructor(private readonly connection: SMTPConnection) {
    let fail: (error: Error) => void = () => undefined
    this.broken = new Promise<never>((_resolve, reject) => (fail = reject))
    this.broken.catch(() => undefined)
    connection.on('error', fail)
    this.timer = setTimeout(() => fail(new Error('The attempt took too long.')), attemptMs)
  }

  step(act: (done: (error?: Error | null) => void) => void): Promise<void> {
    const answered = new Promise<void>((resolve, reject) =>
      act((error) => (error ? reject(error) : resolve())),
    )
    return Promise.race([answered, this.broken])
  }

  /** Says goodbye; whether the server answers that changes nothing. */
  end(): void {
    clearTimeout(this.timer)
    if (!this.connection.destroyed) this.connection.quit()
  }

  /** Ends it without a further word, which could be taken for a part of the message. */
  cut(): void {
    clearTimeout(this.timer)
    this.connection.close()
  }
}

function outcomeOf(error: unknown, isGiven: boolean): Delivery {
  const code = codeOf(error)
  if (code !== null && code >= 500)
    return { kind: 'refused', reason: `The mail server refused it (${code}).` }
  if (code !== null && code >= 400) return deferred(error)
  return isGiven ? { kind: 'unknown', reason: outcomeUnknown } : deferred(error)
}

function deferred(error: unknown): Delivery {
  const code = codeOf(error)
  const detail = code ?? (error instanceof Error && 'code' in error ? String(error.code) : null)
  return {
    kind: 'deferred',
    reason: `The mail server could not take it yet${detail === null ? '' : ` (${detail})`}.`,
  }
}

/** What the server answered, if it was the server that said no. */
const codeOf = (error: unknown): number | null =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : null
