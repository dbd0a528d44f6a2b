import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Emscripten = Parameters<NodeFS['init']>[1]

/** What is used here of PGlite's compiled module. */
interface Internals {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } }
  FS: { ErrnoError: new (errno: number) => Error }
}

/** EIO in Emscripten's numbers. PostgreSQL stops on it rather than believe a commit that is not on the disk. */
const inputOutputError = 29

/**
 * A data folder whose fsync reaches the disk.
 * PGlite's own NodeFS has none, so PostgreSQL's commits would live in the page cache until a power cut.
 */
export class DurableFileSystem extends NodeFS {
  override async init(pglite: PGlite, options: Emscripten) {
    const { emscriptenOpts } = await super.init(pglite, options)
    const giveFsync = (module: unknown) => {
      const { NODEFS, FS } = module as Internals
      NODEFS.stream_ops.fsync = (stream) => {
        try {
          fs.fsyncSync(stream.nfd)
          return 0
        } catch {
          throw new FS.ErrnoError(inputOutputError)
        }
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), giveFsync] } }
  }
}

/**
 * PGlite's own start parameters without `-F` (which turns fsync off), waiting for each commit to reach the disk.
 * The shared buffers lie inside the process: a quarter of the default keeps it 110 MB smaller, and the system caches the files.
 */
export const durableStartParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=32MB',
  // Log that a checkpoint made needless is removed, rather than kept for another gigabyte.
  '-c',
  'max_wal_size=64MB',
  '-c',
  'min_wal_size=32MB',
]

/** Makes every file and folder below `folder`, and its own entry in the parent, survive a power cut. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    syncPath(path.join(folder, entry))
  }
  syncPath(folder)
  syncPath(path.dirname(path.resolve(folder)))
}

/** fsync of one file or folder. */
export function syncPath(place: string): void {
  const descriptor = fs.openSync(place, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
