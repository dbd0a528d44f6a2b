import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import type { DeskKind } from './desk-kind'

/** Founds a desk in a folder of its own, which is made; its rows are there, or in the database of a server. */
export async function found(folder: string, kind: DeskKind, databaseUrl = ''): Promise<void> {
  fs.mkdirSync(folder)
  const script = ['--import', 'tsx', 'e2e/found-desk.ts', folder, kind, databaseUrl]
  const child = spawn(process.execPath, script, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The ${kind} desk could not be founded.\n${said}`)
}
