import { environment, isLoopback } from '@/server/kernel/environment'

export interface ImapSettings {
  host: string
  port: number
  user: string
  password: string
  folder: string
  /** TLS from the first byte (imaps). */
  isSecure: boolean
  /** TLS before the password is said; only a server on this machine may go without. */
  mustUpgrade: boolean
  /** Names the mailbox in rows and logs, without the password. */
  name: string
}

/** The mailbox of IMAP_URL; null: no mail is taken in. */
export function imapSettings(): ImapSettings | null {
  const { IMAP_URL } = environment()
  if (!IMAP_URL) return null
  const url = new URL(IMAP_URL)
  const isSecure = url.protocol === 'imaps:'
  const user = decodeURIComponent(url.username)
  const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX'
  const port = url.port ? Number(url.port) : isSecure ? 993 : 143
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    user,
    password: decodeURIComponent(url.password),
    folder,
    isSecure,
    mustUpgrade: !isSecure && !isLoopback(url.hostname),
    name: `${user}@${url.hostname}/${folder}`,
  }
}
