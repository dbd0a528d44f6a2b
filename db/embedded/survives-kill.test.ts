import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startChild } from '@/test/child'
import { openEmbedded } from './open-embedded'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-kill-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

it('loses no acknowledged row in thirty kills in the middle of writing', { timeout: 300_000 }, async () => {
  let acknowledged = 0
  for (let kill = 0; kill < 30; kill++) {
    const child = startChild('write-until-killed.ts', folder)
    const [, highest, count] = (await child.nextLine())?.split(' ') ?? []
    expect(Number(highest)).toBeGreaterThanOrEqual(acknowledged)
    expect(Number(count)).toBe(Number(highest))
    // Each time after another number of rows, so that the kill meets another moment.
    for (let line = 0; line <= (kill * 7) % 23; line++) {
      acknowledged = Number((await child.nextLine())?.split(' ')[1])
    }
    await child.kill()
    for (let line = await child.nextLine(); line !== null; line = await child.nextLine()) {
      acknowledged = Number(line.split(' ')[1])
    }
  }
  const { client, close } = await openEmbedded(folder)
  const { rows } = await client.query<{ n: number }>('select n from rows order by n')
  await close()
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged)
  expect(acknowledged).toBeGreaterThan(300)
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1))
})
