import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bytesAtOnce } from './bytes'
import { DurableFileSystem, durableStartParameters, syncPath, syncTree } from './durable-file-system'
import { ownFolder } from './owner-lock'
import { keepUpRegularly } from './upkeep'

export interface EmbeddedDatabase {
  client: PGlite
  /** Finishes what runs, writes a checkpoint, and gives the folder back. */
  close(): Promise<void>
}

/**
 * Opens the database in `dataFolder`, creating it at first. What is committed survives a power cut.
 * Throws FolderInUse when another process has the folder open.
 */
export async function openEmbedded(dataFolder: string): Promise<EmbeddedDatabase> {
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const lock = await ownFolder(dataFolder)
  try {
    const folder = path.join(dataFolder, 'postgres')
    if (!fs.existsSync(folder)) await create(folder)
    const client = await open(folder)
    const stopUpkeep = keepUpRegularly(client)
    return {
      client,
      close: async () => {
        stopUpkeep()
        if (!client.closed) await client.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Made beside its place and moved there when whole, so that a start that was interrupted leaves nothing half made. */
async function create(folder: string): Promise<void> {
  const draft = `${folder}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  const first = await open(draft)
  await first.close()
  syncTree(draft)
  fs.renameSync(draft, folder)
  syncPath(path.dirname(folder))
  syncPath(path.dirname(path.resolve(path.dirname(folder))))
}

const open = (folder: string) =>
  PGlite.create({
    fs: new DurableFileSystem(folder),
    startParams: durableStartParameters,
    ...bytesAtOnce,
  })
