import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { ChannelListener, StopListening } from '../channel'

const firstPauseMs = 250
const longestPauseMs = 10_000
/** A connection that was cut without a word is noticed within this and `answerWithinMs`. */
const probeEveryMs = 15_000
const answerWithinMs = 5_000

/**
 * Listens to a channel on a connection of its own, for a pool gives its connections to others. A connection that is lost is opened
 * again, waiting longer each time it fails. A pooler that shares sessions between transactions passes nothing on: go past it.
 */
export function listenOn(databaseUrl: string, channel: string, listener: ChannelListener): StopListening {
  const stopping = new AbortController()
  const listening = keepListening(databaseUrl, channel, listener, stopping.signal)
  return async () => {
    stopping.abort()
    await listening
  }
}

async function keepListening(
  databaseUrl: string,
  channel: string,
  listener: ChannelListener,
  stopping: AbortSignal,
): Promise<void> {
  let pauseMs = firstPauseMs
  while (!stopping.aborted) {
    const wasHearing = await listenOnce(databaseUrl, channel, listener, stopping)
    if (stopping.aborted) return
    listener.hearing(false)
    pauseMs = wasHearing ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs)
    // Many processes lose one server together, and must not come back together.
    await sleep(pauseMs * (0.5 + Math.random()), undefined, { signal: stopping }).catch(() => undefined)
  }
}

/** One connection, until it is lost or not needed any more. Answers whether it ever listened. */
async function listenOnce(
  databaseUrl: string,
  channel: string,
  listener: ChannelListener,
  stopping: AbortSignal,
): Promise<boolean> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'disclosure-desk-listener',
    connectionTimeoutMillis: 10_000,
    query_timeout: answerWithinMs,
    keepAlive: true,
  })
  const lost = new AbortController()
  client.on('error', () => lost.abort())
  client.on('end', () => lost.abort())
  client.on('notification', ({ payload }) => listener.heard(payload ?? ''))
  const over = AbortSignal.any([stopping, lost.signal])
  let wasHearing = false
  try {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    wasHearing = true
    listener.hearing(true)
    while (!over.aborted) {
      await sleep(probeEveryMs, undefined, { signal: over }).catch(() => undefined)
      if (!over.aborted) await client.query('select 1')
    }
  } catch {
    // Whatever it was, the connection is opened anew.
  }
  await client.end().catch(() => undefined)
  return wasHearing
}
