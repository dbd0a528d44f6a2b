import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startChild } from '@/test/child'
import { FolderInUse, ownFolder } from './owner-lock'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-owner-'))
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('the owner of a data folder', () => {
  it('is one process; another is told in one sentence who it is, and may have it once that one is killed', async () => {
    const owner = startChild('own-folder.ts', folder)
    expect(await owner.nextLine()).toBe('owned')
    const refusal = await ownFolder(folder).catch((error: Error) => error)
    expect(refusal).toBeInstanceOf(FolderInUse)
    expect((refusal as Error).message).toMatch(
      new RegExp(
        `^The data folder ${folder} is in use by process ${owner.pid} since 20\\d\\d-.*Z; stop .*folder\\.$`,
      ),
    )
    await owner.kill()
    expect(fs.readdirSync(folder)).toHaveLength(1)

    const lock = await ownFolder(folder)
    expect(fs.readdirSync(folder)).toEqual([expect.stringContaining(`owner-${process.pid}-`)])
    await lock.release()
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('is refused twice in the same process as well', async () => {
    const lock = await ownFolder(folder)
    await expect(ownFolder(folder)).rejects.toThrow(`in use by process ${process.pid} since`)
    await lock.release()
    await (await ownFolder(folder)).release()
  })

  it('is at most one of many that start at once', async () => {
    for (let round = 0; round < 20; round++) {
      const claims = await Promise.allSettled(Array.from({ length: 5 }, () => ownFolder(folder)))
      const owners = claims.flatMap((claim) => (claim.status === 'fulfilled' ? [claim.value] : []))
      expect(owners.length).toBeLessThanOrEqual(1)
      for (const refused of claims) {
        if (refused.status === 'rejected') expect(refused.reason).toBeInstanceOf(FolderInUse)
      }
      await Promise.all(owners.map((owner) => owner.release()))
    }
  })

  it('is found in a folder with a path longer than a socket may have', async () => {
    const deep = path.join(folder, 'a'.repeat(120))
    fs.mkdirSync(deep)
    const lock = await ownFolder(deep)
    await expect(ownFolder(deep)).rejects.toThrow(FolderInUse)
    await lock.release()
    await (await ownFolder(deep)).release()
  })
})
