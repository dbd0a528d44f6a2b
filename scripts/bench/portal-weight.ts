import { gzipSync } from 'node:zlib'

/** How many bytes of script a page loads, compressed. */
export async function scriptWeight(server: string, path: string, cookie = ''): Promise<number> {
  const html = await (await fetch(`${server}${path}`, { headers: { cookie } })).text()
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    // Old browsers alone load what is marked so.
    .filter(([tag]) => !/\snomodule\b/i.test(tag))
    .map(([, source = '']) => source)
  let bytes = 0
  for (const source of new Set(scripts)) {
    const content = await (await fetch(new URL(source, server))).arrayBuffer()
    bytes += gzipSync(new Uint8Array(content)).length
  }
  return bytes
}
