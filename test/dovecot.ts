import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo, type Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const isRoot = process.getuid?.() === 0
const places = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
const find = () =>
  places.map((folder) => path.join(folder, 'dovecot')).find((file) => fs.existsSync(file)) ?? null

/** Debian's own packages; elsewhere whoever runs the tests installs it. */
function install(): void {
  if (!isRoot || !fs.existsSync('/usr/bin/apt-get')) return
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 180_000 }
  if (spawnSync('apt-get', ['update'], options).status === 0)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'dovecot-imapd'], options)
}

/** Dovecot's program, or the reason why there is none to test against. */
export function dovecotProgram(): { program: string } | { missing: string } {
  if (find() === null) install()
  const program = find()
  if (program === null) return { missing: 'no dovecot here, and it could not be installed' }
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()
  return version.startsWith('2.3.')
    ? { program }
    : { missing: `dovecot ${version} has another configuration` }
}

const configuration = (folder: string, port: number, user: string, group: string) => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:${folder}/mail
mail_fsync = never
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A real IMAP server on loopback over a throw-away Maildir; run without privileges, by an account of its own when we are root. */
export async function startDovecot(program: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-dovecot-'))
  const numbers = isRoot ? { uid: Number(idOf('-u')), gid: Number(idOf('-g')) } : {}
  const [user, group] = isRoot
    ? ['nobody', idOf('-gn')]
    : [os.userInfo().username, execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()]
  const port = await freePort()
  for (const part of ['run', 'state', 'mail', 'mail/new', 'mail/cur', 'mail/tmp'])
    fs.mkdirSync(path.join(folder, part))
  const config = path.join(folder, 'dovecot.conf')
  fs.writeFileSync(config, configuration(folder, port, user, group))
  if (isRoot) spawnSync('chown', ['-R', `${user}:${group}`, folder])
  fs.chmodSync(folder, 0o755)
  const mail = (part: string, ...rest: string[]) => path.join(folder, 'mail', part, ...rest)
  const own = (file: string) => (isRoot ? fs.chownSync(file, numbers.uid!, numbers.gid!) : undefined)
  let count = 0

  const run = async () => {
    const child = spawn(program, ['-F', '-c', config], { ...numbers, stdio: 'ignore' })
    const ended = once(child, 'exit')
    for (let tries = 0; !(await answers(port)); tries++) {
      if (tries > 200)
        throw new Error(`Dovecot does not start: ${fs.readFileSync(path.join(folder, 'log'), 'utf8')}`)
      await sleep(50)
    }
    return async () => {
      child.kill('SIGTERM')
      await ended
    }
  }
  let end = await run()
  return {
    port,
    /** Delivers a message as a mail server would; `isSeen`: somebody read it already. */
    deliver(raw: Uint8Array, { isSeen = false } = {}) {
      count += 1
      const name = `${1_700_000_000 + count}.M${count}P1.test`
      fs.writeFileSync(mail('tmp', name), raw)
      own(mail('tmp', name))
      fs.renameSync(mail('tmp', name), isSeen ? mail('cur', `${name}:2,S`) : mail('new', name))
    },
    /** How many messages are marked as seen, and how many there are. */
    flags() {
      const files = [...fs.readdirSync(mail('cur')), ...fs.readdirSync(mail('new'))]
      return { seen: files.filter((name) => /:2,[A-Z]*S/.test(name)).length, all: files.length }
    },
    /** Ends every connection as a server does that is stopped, and starts again. */
    async restart() {
      await end()
      end = await run()
    },
    /** Forgets all numbers and marks, as when a mailbox is restored from a backup: another UIDVALIDITY, nothing seen. */
    async forget() {
      await end()
      for (const name of fs.readdirSync(path.join(folder, 'mail')).filter((one) => one.startsWith('dovecot')))
        fs.rmSync(mail(name), { recursive: true })
      for (const name of fs.readdirSync(mail('cur')))
        fs.renameSync(mail('cur', name), mail('new', name.replace(/:2,.*/, '')))
      end = await run()
    },
    async stop() {
      await end()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

const idOf = (what: string) => execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }).trim()

async function answers(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'data', { signal: AbortSignal.timeout(2000) })
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** A line to the server that can be cut, or stopped at what is said on it. */
export async function startLine(port: number) {
  const sockets = new Set<Socket>()
  let onCommand: (words: string) => 'swallow' | void = () => undefined
  let onAnswer: (words: string) => void = () => undefined
  const server = net.createServer((near) => {
    const far = net.connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    near.on('data', (data) => {
      if (onCommand(data.toString('latin1')) !== 'swallow') far.write(data)
    })
    far.on('data', (data) => {
      near.write(data)
      onAnswer(data.toString('latin1'))
    })
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `imap://desk:secret@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`,
    cut() {
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    listen(to: { command?: typeof onCommand; answer?: typeof onAnswer }) {
      onCommand = to.command ?? (() => undefined)
      onAnswer = to.answer ?? (() => undefined)
    },
    stop() {
      this.cut()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
