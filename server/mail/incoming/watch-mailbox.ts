import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import type { Database } from '@/db/connection'
import { reconnectDelayMs } from '@/domain/mail/reconnect-delay'
import { minuteMs } from '@/lib/instant'
import { log } from '@/server/kernel/log'
import { fetchNew } from './fetch-new'
import { imapSettings, type ImapSettings } from './imap-settings'
import { forgetMailbox, noteMailbox } from './mailbox-state'

export interface MailboxWatch {
  /** Finishes the message in hand, takes no more. */
  stop(): Promise<void>
}

/** New mail is told by the server (IDLE); this finds what it did not tell. */
const pollMs = minuteMs
const afterFailureMs = 5000
const noteMs = 10_000
const goodbyeMs = 2000

/**
 * Takes in the mail of the configured mailbox until stopped, connecting again and again with growing pauses. Any number of workers
 * may do so at once. null: no mailbox is configured.
 */
export function watchMailbox(database: Database, workerId: string): MailboxWatch | null {
  const settings = imapSettings()
  if (!settings) return null
  const watch = new Watch(database, workerId, settings)
  const looping = watch.loop()
  return {
    async stop() {
      watch.stop()
      await looping
    },
  }
}

class Watch {
  private readonly stopping = new AbortController()
  private client: ImapFlow | null = null
  private wake: () => void = () => undefined
  private breaks = 0

  constructor(
    private readonly database: Database,
    private readonly workerId: string,
    private readonly settings: ImapSettings,
  ) {}

  stop(): void {
    this.stopping.abort()
    this.wake()
  }

  async loop(): Promise<void> {
    const { signal } = this.stopping
    const noting = setInterval(() => void this.note(), noteMs)
    while (!signal.aborted) {
      await this.connection()
      if (signal.aborted) break
      await this.note()
      this.breaks += 1
      await sleep(reconnectDelayMs(this.breaks), undefined, { signal }).catch(() => undefined)
    }
    clearInterval(noting)
    await forgetMailbox(this.database.db, this.workerId).catch(() => undefined)
  }

  /** One connection, from its beginning to its end, whoever ends it. Never throws. */
  private async connection(): Promise<void> {
    const { signal } = this.stopping
    const client = newClient(this.settings)
    // A server that hangs up raises `close` and no error; a line that breaks raises both.
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
    client.on('error', () => undefined)
    const ended = new AbortController()
    void closed.then(() => ended.abort())
    const hangUp = () => client.close()
    signal.addEventListener('abort', hangUp, { once: true })
    try {
      await client.connect()
      signal.removeEventListener('abort', hangUp)
      let hasNews = true
      client.on('exists', () => {
        hasNews = true
        this.wake()
      })
      await client.mailboxOpen(this.settings.folder)
      this.client = client
      await this.note()
      log('info', 'mailbox_connected', {})
      while (!signal.aborted && client.usable) {
        hasNews = false
        const { stored, failed, isMore } = await fetchNew(client, this.settings.name, signal)
        if (stored > 0) log('info', 'incoming_mail_stored', { stored })
        this.breaks = 0
        const news = new Promise<void>((resolve) => (this.wake = resolve))
        if (!hasNews && !isMore && !signal.aborted && client.usable)
          await Promise.race([news, pause(failed > 0 ? afterFailureMs : pollMs, ended.signal)])
      }
    } catch (error) {
      if (!signal.aborted) log('warn', 'mailbox_connection_lost', { reason: reasonOf(error) })
    } finally {
      signal.removeEventListener('abort', hangUp)
      this.client = null
      if (client.usable)
        await Promise.race([client.logout().catch(() => undefined), pause(goodbyeMs, ended.signal)])
      client.close()
    }
  }

  private async note(): Promise<void> {
    const isConnected = this.client?.usable === true
    await noteMailbox(this.database.db, this.workerId, this.settings.name, isConnected).catch(() => undefined)
  }
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined)

const newClient = ({ host, port, user, password, isSecure, mustUpgrade }: ImapSettings) =>
  new ImapFlow({
    host,
    port,
    secure: isSecure,
    ...(!isSecure && { doSTARTTLS: mustUpgrade }),
    auth: { user, pass: password },
    logger: false,
    autoIdleDelay: 500,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 90_000,
  })

/** What kind of failure it is; what the server wrote may repeat a name. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  if ('authenticationFailed' in error && error.authenticationFailed)
    return 'The server refuses user or password.'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name
}
