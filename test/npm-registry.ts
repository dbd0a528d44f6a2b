import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Instant } from '@/lib/instant'

interface Published {
  at: Instant
  content: string
  deprecated?: string
}

/** A registry on loopback that answers as npm's does: a document of each package, and one of each version. */
export async function startRegistry() {
  const packages = new Map<string, Map<string, Published>>()
  const asked: string[] = []
  let isDown = false
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1)
    asked.push(path)
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (isDown) return answer(503, { error: 'down' })
    const [name = '', version] = path.split('/').map(decodeURIComponent)
    const versions = packages.get(name)
    if (!versions) return answer(404, { error: 'Not found' })
    if (version === undefined) {
      const time = Object.fromEntries([...versions].map(([one, { at }]) => [one, at]))
      const all = Object.fromEntries([...versions].map(([one, of]) => [one, documentOf(name, one, of)]))
      return answer(200, { name, versions: all, time: { created: '2026-01-01T00:00:00.000Z', ...time } })
    }
    const found = versions.get(version)
    return found
      ? answer(200, documentOf(name, version, found))
      : answer(404, `version not found: ${version}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    /** The paths it was asked for. */
    asked,
    publish(name: string, version: string, published: Published) {
      const versions = packages.get(name) ?? new Map<string, Published>()
      packages.set(name, versions.set(version, published))
    },
    unpublish: (name: string, version: string) => packages.get(name)?.delete(version),
    fail: (down: boolean) => (isDown = down),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function documentOf(name: string, version: string, { content, deprecated }: Published) {
  const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`
  return { name, version, dist: { integrity }, ...(deprecated ? { deprecated } : {}) }
}

const held = globalThis as { __environment?: unknown }

/** The desk of this test process asks that registry, or none. Undone by `setRegistry(null)`. */
export function setRegistry(url: string | null): void {
  if (url === null) delete process.env.NPM_REGISTRY_URL
  else process.env.NPM_REGISTRY_URL = url
  held.__environment = undefined
}
