import { isIPv6 } from 'node:net'

/**
 * Who asks, for counting tries: the address that the nearest proxy saw, the last one in X-Forwarded-For, because
 * everything before it can be made up. A whole IPv6 /64 counts as one, since one client has it all.
 */
export function clientAddress(forwardedFor: string | null): string {
  const address = forwardedFor?.split(',').at(-1)?.trim().toLowerCase() ?? ''
  if (address === '') return 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)
  if (mapped) return mapped[1]!
  return isIPv6(address) ? network64(address) : address
}

function network64(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  if (tail !== undefined) while (groups.length < 8 - tail.split(':').filter(Boolean).length) groups.push('0')
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
