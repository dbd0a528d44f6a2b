import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from 'altcha-lib/types'

/** Solves a challenge piece by piece, so that the page stays alive; null: not within a minute and a half. Throws without WebCrypto. */
export async function solve(challenge: Challenge): Promise<string | null> {
  const found = await solveChallenge({ challenge, deriveKey })
  if (found === null) return null
  const { counter, derivedKey } = found
  return JSON.stringify({ challenge, solution: { counter, derivedKey } })
}
