import { headers } from 'next/headers'
import { browserName } from './browser-name'
import { clientAddress } from './client-address'

/** The client of the request that is being answered, for counting its tries. */
export const clientOfRequest = async (): Promise<string> =>
  clientAddress((await headers()).get('x-forwarded-for'))

/** The browser of the request that is being answered. */
export const browserOfRequest = async (): Promise<string> =>
  browserName((await headers()).get('user-agent') ?? '')
