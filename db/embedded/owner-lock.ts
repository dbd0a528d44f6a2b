import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** Another process has the data folder open. The message is one sentence for whoever started this one. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

export interface OwnerLock {
  release(): Promise<void>
}

/**
 * Makes this process the only owner of a data folder, until it releases it or ends, however it ends.
 * The claim is a listening unix socket with a name of its own: the system closes it with the process, even on
 * kill -9, and a name is never used twice, so a dead claim can be removed without hitting a living one.
 * Whoever looks around last sees the other: of two that start at once at most one goes on.
 */
export async function ownFolder(folder: string): Promise<OwnerLock> {
  const sockets = openSocketFolder(fs.realpathSync(folder))
  const name = `owner-${process.pid}-${Date.now()}-${randomBytes(4).toString('hex')}.sock`
  const server = net.createServer((visitor) => visitor.destroy())
  const release = async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    sockets.close()
  }
  try {
    await listen(server, sockets.place(name))
    server.unref()
    for (const other of sockets.names()) {
      if (other === name) continue
      if (await answers(sockets.place(other))) throw new FolderInUse(inUse(folder, other))
      sockets.remove(other)
    }
  } catch (error) {
    await release()
    throw error
  }
  return { release }
}

function inUse(folder: string, name: string): string {
  const [, pid, since] = name.split('-')
  const when = new Date(Number(since)).toISOString()
  return `The data folder ${folder} is in use by process ${pid} since ${when}; stop that process first, or use another folder.`
}

/** The path limit of a unix socket is 104 bytes (macOS) or 108 (Linux). */
const longestSocketPath = 103

/**
 * Where the claims on a folder are. In the folder itself, so that two containers sharing it see each other;
 * Linux reaches it through a descriptor, however long its path. Elsewhere a long path moves to the temporary folder.
 */
function openSocketFolder(folder: string) {
  const longest = path.join(folder, 'owner-4194304-1700000000000-00000000.sock')
  const short = Buffer.byteLength(longest) <= longestSocketPath
  if (short || process.platform === 'linux') {
    const descriptor = short ? null : fs.openSync(folder, 'r')
    const reached = descriptor === null ? folder : `/proc/self/fd/${descriptor}`
    return socketFolder(folder, reached, () => descriptor !== null && fs.closeSync(descriptor))
  }
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const elsewhere = path.join(os.tmpdir(), `desk-${hash}`)
  fs.mkdirSync(elsewhere, { recursive: true, mode: 0o700 })
  return socketFolder(elsewhere, elsewhere, () => undefined)
}

const socketFolder = (folder: string, reached: string, close: () => void) => ({
  place: (name: string) => path.join(reached, name),
  names: () => fs.readdirSync(folder).filter((name) => /^owner-\d+-\d+-[0-9a-f]+\.sock$/.test(name)),
  remove: (name: string) => fs.rmSync(path.join(folder, name), { force: true }),
  close,
})

const listen = (server: net.Server, place: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(place, () => resolve())
  })

/** Whether a process still listens; only a refused or vanished socket counts as dead. */
const answers = (place: string) =>
  new Promise<boolean>((resolve) => {
    const visit = net.connect(place)
    visit.once('connect', () => {
      visit.destroy()
      resolve(true)
    })
    visit.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'),
    )
  })
