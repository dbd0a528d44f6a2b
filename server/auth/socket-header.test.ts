import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { noteSocketAddresses, socketHeader } from './socket-header'

it('gives every request the address of its connection, under a name that nobody outside knows', async () => {
  noteSocketAddresses()
  const server = http.createServer((request, response) => response.end(JSON.stringify(request.headers)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}`, {
      headers: { 'x-forwarded-for': '203.0.113.9', [socketHeader()]: '203.0.113.10' },
    })
    const seen = (await answer.json()) as Record<string, string>
    expect(seen[socketHeader()]).toBe('127.0.0.1')
    expect(socketHeader()).toMatch(/^x-socket-[0-9a-f]{32}$/)
  } finally {
    server.close()
  }
})
