import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

/** The solution of a challenge, as a browser sends it. */
export async function solved(challenge: Challenge): Promise<string> {
  const found = await solveChallenge({ challenge, deriveKey })
  if (found === null) throw new Error('The challenge was not solved.')
  return JSON.stringify({ challenge, solution: { counter: found.counter, derivedKey: found.derivedKey } })
}
