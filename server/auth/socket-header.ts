import { randomBytes } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

const held = globalThis as { __socketHeader?: string }

/** Where a request carries the address of its connection's other end: a name of this process alone, so that nobody sends one. */
export const socketHeader = (): string =>
  (held.__socketHeader ??= `x-socket-${randomBytes(16).toString('hex')}`)

/** Has every request of this process carry it from now on. Next shows handlers the headers, but not the connection. */
export function noteSocketAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const { remoteAddress } = request.socket
    if (remoteAddress) request.headers[socketHeader()] = remoteAddress
  })
}
