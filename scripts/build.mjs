import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { sourceHash } from './source-hash.mjs'

const hashFile = '.next/source-hash'

/** Builds the desk for production. Ends the process when that fails. */
function build(hash) {
  // Without its hash an interrupted build counts as stale.
  rmSync(hashFile, { force: true })
  const { status } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(hashFile, hash)
}

/** Builds unless the last build was made from exactly the present sources. */
export async function buildIfStale() {
  const hash = sourceHash()
  const isFresh =
    existsSync('.next/BUILD_ID') && existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash
  if (isFresh) return
  console.log('Building, which takes about half a minute …')
  build(hash)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) build(sourceHash())
