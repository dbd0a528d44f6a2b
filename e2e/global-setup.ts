import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildIfStale } from '../scripts/build.mjs'
import { deskKinds, templateVariable, type DeskKind } from './desk-kind'

/** Builds the desk when needed, and founds one of each kind for the workers to copy. */
export default async function foundDesksOnce(): Promise<() => void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-e2e-'))
  const remove = () => fs.rmSync(folder, { recursive: true, force: true })
  try {
    await Promise.all([buildIfStale(), ...deskKinds.map((kind) => found(path.join(folder, kind), kind))])
  } catch (error) {
    remove()
    throw error
  }
  process.env[templateVariable] = folder
  return remove
}

async function found(folder: string, kind: DeskKind): Promise<void> {
  fs.mkdirSync(folder)
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/found-desk.ts', folder, kind], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The ${kind} desk could not be founded.\n${said}`)
}
