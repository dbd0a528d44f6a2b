import { isIPv6 } from 'node:net'

interface Request {
  /** X-Forwarded-For as it came. */
  forwardedFor: string | null
  /** The other end of the connection; null: not known. */
  socketAddress: string | null
}

/**
 * Who asks, for counting tries: what the outermost of our own proxies saw, which is as many places from the end of X-Forwarded-For
 * as there are proxies; everything before it can be made up. Without proxies, or where too few wrote there, the connection's other
 * end. A whole IPv6 /64 counts as one, since one client has it all. `unknown` is one bucket for all of whom nothing is known.
 */
export function clientAddress({ forwardedFor, socketAddress }: Request, trustedProxies: number): string {
  const seen = trustedProxies === 0 ? undefined : forwardedFor?.split(',').at(-trustedProxies)?.trim()
  const address = (seen || socketAddress || '').toLowerCase()
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
