import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** What the server took from one dialogue. */
export interface ReceivedMail {
  from: string
  to: string[]
  /** Headers and text as they came over the wire. */
  message: string
}

type Answer = Error | 'hang up' | undefined | void

interface Behaviour {
  /** Asked at RCPT TO. */
  recipient?: (address: string) => Answer
  /** Asked when the whole message is there; it counts as received unless an error is answered. */
  message?: (mail: ReceivedMail) => Answer | Promise<Answer>
}

/** The error a mail server answers with. */
export const smtpError = (responseCode: number): Error =>
  Object.assign(new Error('not here'), { responseCode })

const addressOf = (address: { address: string } | false) => (address ? address.address : '')

/** A real mail server on loopback that remembers what it took. */
export async function startSmtpServer(behaviour: Behaviour = {}) {
  const received: ReceivedMail[] = []
  const sockets = new Map<number | undefined, Socket>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      callback(behaviour.recipient?.(address) as Error | undefined)
    },
    async onData(stream, session: SMTPServerSession, callback) {
      const chunks: Buffer[] = []
      try {
        for await (const chunk of stream) chunks.push(chunk as Buffer)
      } catch {
        // The client was killed in the middle of its message: nothing was received, and nobody waits for an answer.
        return
      }
      const to = session.envelope.rcptTo.map(addressOf)
      const mail = {
        from: addressOf(session.envelope.mailFrom),
        to,
        message: Buffer.concat(chunks).toString(),
      }
      const answer = await behaviour.message?.(mail)
      if (!(answer instanceof Error)) received.push(mail)
      if (answer === 'hang up') sockets.get(session.remotePort)?.destroy()
      else callback(answer ?? null)
    },
  })
  // A client that is killed breaks its line; that is what some tests are for.
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort, socket))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const held = globalThis as { __environment?: unknown }

/** The desk of this test process sends through that server, or through none. Undone by `setMailServer(null)`. */
export function setMailServer(url: string | null): void {
  if (url === null) {
    delete process.env.SMTP_URL
    delete process.env.MAIL_FROM
  } else {
    process.env.SMTP_URL = url
    process.env.MAIL_FROM = 'Example security team <security@desk.test>'
  }
  held.__environment = undefined
}
