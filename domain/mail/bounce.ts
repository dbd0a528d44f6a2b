/** What a delivery notice says, as far as it can be read. */
export interface BounceNotice {
  /** False: it is only late, was passed on, or arrived. */
  isFailure: boolean
  /** Such as `5.1.1` (RFC 3463); null: it names none. */
  status: string | null
}

/**
 * Reads a delivery notice (RFC 3464). One without the fields for machines is taken for a failure: those who write in their own
 * words write only then, unless the words say that it is late.
 */
export function readBounce(text: string): BounceNotice {
  const looked = text.slice(0, 200_000)
  const action = /^Action:[^\S\n]*([a-z]+)/im.exec(looked)?.[1]?.toLowerCase() ?? null
  const status =
    /^Status:[^\S\n]*([245]\.\d{1,3}\.\d{1,3})\b/im.exec(looked)?.[1] ??
    /\b(5\.\d{1,3}\.\d{1,3})\b/.exec(looked)?.[1] ??
    null
  if (action !== null) return { isFailure: action === 'failed', status }
  const isLate = /\b(delayed|will (?:keep|continue) (?:on )?trying|this is a warning message only)\b/i.test(
    looked,
  )
  return { isFailure: !isLate && !status?.startsWith('4.') && !status?.startsWith('2.'), status }
}

const ownId = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/gi

/** The ids of outgoing mail a text names by our own form of Message-ID, each once, at most 20. */
export const mailIdsIn = (text: string): string[] =>
  [
    ...new Set(
      [...text.slice(0, 500_000).matchAll(ownId)].slice(0, 100).map(([, id = '']) => id.toLowerCase()),
    ),
  ].slice(0, 20)
