import { headers } from 'next/headers'
import { browserName } from './browser-name'
import { environment } from '@/server/kernel/environment'
import { clientAddress } from './client-address'
import { socketHeader } from './socket-header'

/** The client of the request that is being answered, for counting its tries. */
export async function clientOfRequest(): Promise<string> {
  const sent = await headers()
  return clientAddress(
    { forwardedFor: sent.get('x-forwarded-for'), socketAddress: sent.get(socketHeader()) },
    environment().TRUSTED_PROXIES,
  )
}

/** The browser of the request that is being answered. */
export const browserOfRequest = async (): Promise<string> =>
  browserName((await headers()).get('user-agent') ?? '')
