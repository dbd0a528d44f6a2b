import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

// Everything a build is made from.
const sources = [
  ...['app', 'components', 'db', 'domain', 'lib', 'public', 'server'],
  ...[
    'proxy.ts',
    'instrumentation.ts',
    'next.config.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
  ],
]

function* filesBelow(place) {
  if (!existsSync(place)) return
  if (statSync(place).isFile()) return yield place
  for (const name of readdirSync(place).sort()) yield* filesBelow(path.join(place, name))
}

/** A hash over the names and contents of all sources: equal exactly when a build of them would be the same. */
export function sourceHash() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((place) => [...filesBelow(place)])) {
    if (/\.test\.tsx?$/.test(file)) continue
    const content = readFileSync(file)
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
