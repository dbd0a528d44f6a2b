import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildIfStale } from '../scripts/build.mjs'

/** Names the folder with the founded desk that every worker copies. */
export const templateVariable = 'E2E_TEMPLATE'

/** Builds the desk when needed, and founds one with its owner, five projects and their teams. */
export default async function foundDeskOnce(): Promise<() => void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-e2e-'))
  const remove = () => fs.rmSync(folder, { recursive: true, force: true })
  const founding = found(folder)
  await Promise.all([buildIfStale(), founding]).catch((error: unknown) => {
    remove()
    throw error
  })
  process.env[templateVariable] = folder
  return remove
}

async function found(folder: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/found-desk.ts', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The desk could not be founded.\n${said}`)
}
