import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the router draws for people outside the console: the portal, and the pages around all pages. */
const entrances = [
  ...readdirSync('app/(portal)', { recursive: true, encoding: 'utf8' }).map((name) => `app/(portal)/${name}`),
  ...readdirSync('app').map((name) => `app/${name}`),
].filter((path) => /\.tsx$/.test(path))

const drawn = /^(?:app|components)\//

/** The file of the project that an import names; null: it is none that draws anything. */
function fileOf(from: string, named: string): string | null {
  const path = named.startsWith('@/')
    ? named.slice(2)
    : named.startsWith('.')
      ? join(dirname(from), named)
      : null
  if (path === null || !drawn.test(path)) return null
  return [`${path}.tsx`, `${path}.ts`].find((one) => existsSync(one)) ?? null
}

/** Every page of the portal and every part that any of them draws, found by following their imports, with their source. */
export function portalFiles(): Array<{ path: string; source: string }> {
  const found = new Map<string, string>()
  const waiting = [...entrances]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    const source = readFileSync(path, 'utf8')
    found.set(path, source)
    for (const [, named] of source.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      const file = fileOf(path, named!)
      if (file) waiting.push(file)
    }
  }
  return [...found].map(([path, source]) => ({ path, source })).sort((a, b) => (a.path < b.path ? -1 : 1))
}
