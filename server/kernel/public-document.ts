import { createHash } from 'node:crypto'
import { epochMs, type Instant } from '@/lib/instant'
import type { Problem } from './problem'

interface Served {
  text: string
  contentType: string
  /** When the text last changed. */
  changedAt: Instant
}

/** How long a cache may answer without asking again: a correction is everywhere within this time. */
const freshSeconds = 300

/**
 * A public text as an answer that caches keep, and 304 for who has it already (RFC 9110, section 13): If-None-Match
 * decides alone when it is there, otherwise If-Modified-Since in whole seconds.
 */
export function publicDocument(request: Request, { text, contentType, changedAt }: Served): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = {
    'cache-control': `public, max-age=${freshSeconds}`,
    etag,
    'last-modified': new Date(epochMs(changedAt)).toUTCString(),
  }
  if (isKnown(request.headers, etag, changedAt)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': contentType } })
}

/**
 * What is not public: the same answer for what is unknown and for what is not announced yet. When we failed it says so instead, since
 * readers of feeds take 404 for the end of one.
 */
export function noPublicDocument({ code }: Pick<Problem, 'code'>): Response {
  const isOurFault = code === 'failed'
  return new Response(
    isOurFault ? 'Something went wrong on our side. Try again.\n' : 'There is nothing at this address.\n',
    {
      status: isOurFault ? 503 : 404,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        ...(isOurFault && { 'retry-after': '60' }),
      },
    },
  )
}

function isKnown(headers: Headers, etag: string, changedAt: Instant): boolean {
  const known = headers.get('if-none-match')
  if (known !== null)
    return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return Number.isFinite(since) && Math.floor(epochMs(changedAt) / 1000) * 1000 <= since
}
