import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildIfStale } from '../scripts/build.mjs'
import { deskKinds, templateVariable } from './desk-kind'
import { found } from './found'

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
