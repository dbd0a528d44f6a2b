import { expect } from '@playwright/test'
import { startSmtpServer, type ReceivedMail } from '@/test/smtp-server'

/** A mail as its reader sees it. */
export interface Mail {
  to: string[]
  subject: string
  text: string
}

/** A real mail server, and everything that arrived there. */
export class Mailbox {
  private constructor(private readonly server: Awaited<ReturnType<typeof startSmtpServer>>) {}

  static async open(): Promise<Mailbox> {
    return new Mailbox(await startSmtpServer())
  }

  get url(): string {
    return this.server.url
  }

  /** What arrived for that address so far, oldest first. */
  of(address: string): Mail[] {
    return this.server.received.filter(({ to }) => to.includes(address)).map(read)
  }

  /** How many arrived so far, whoever they were for. */
  count(): number {
    return this.server.received.length
  }

  /** Waits for a mail to that address with such a subject. */
  async wait(address: string, subject: RegExp): Promise<Mail> {
    await expect
      .poll(() => this.of(address).map((mail) => mail.subject), { timeout: 30_000 })
      .toContainEqual(expect.stringMatching(subject))
    return this.of(address).findLast((mail) => subject.test(mail.subject))!
  }

  /** Where the last mail to that address asks to be answered. */
  replyAddress(address: string): string {
    const last = this.server.received.findLast(({ to }) => to.includes(address))
    return (
      /^Reply-To: (\S+)$/m.exec(last?.message.replace(/\r\n[ \t]+/g, ' ').replace(/\r/g, '') ?? '')?.[1] ?? ''
    )
  }

  close(): Promise<void> {
    return this.server.stop()
  }
}

function read({ to, message }: ReceivedMail): Mail {
  const [head = '', ...rest] = message.split('\r\n\r\n')
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? ''
  const body = rest.join('\r\n\r\n')
  const text = /quoted-printable/i.test(header('Content-Transfer-Encoding'))
    ? decodeQuoted(body.replace(/=\r\n/g, ''))
    : body
  return { to, subject: header('Subject'), text }
}

/** `=C3=A9` as the letter it stands for. */
const decodeQuoted = (text: string) =>
  text.replace(/(?:=[0-9A-F]{2})+/gi, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
