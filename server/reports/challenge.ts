import { createChallenge, randomInt, verifySolution, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { usedChallenges } from '@/db/schema'
import { minuteMs, plusMs, type Instant } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'

/** Long enough for a slow phone that also uploads files. */
const validMs = 60 * minuteMs
/** Derivations of one try, and how many tries at least and at most: seconds of a browser, a millisecond of ours. */
const cost = 5_000
const tries = { least: 100, most: 700 }

const secrets = () => ({
  hmacSignatureSecret: vault().deriveSecret('challenge'),
  hmacKeySignatureSecret: vault().deriveSecret('challenge-key'),
})

/** A new challenge for one report to one project. Nothing is stored: the signature says that it is ours, and until when. */
export const newChallenge = ({ now }: Pick<Context, 'now'>, projectId: string): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(tries.most, tries.least),
    deriveKey,
    // The library would go by the machine's clock; the desk's may stand still for a test.
    data: { project: projectId, until: plusMs(now, validMs) },
    ...secrets(),
  })

const solved = z.object({
  challenge: z.object({
    parameters: z.looseObject({ data: z.object({ project: z.string(), until: z.string() }) }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(200) }),
})

/** A solution as it is sent: JSON in a form field. */
export const solutionField = z.string().max(4_000, 'This is no solution of a challenge.').optional()

const notValid = () =>
  refused(
    'The check that your browser did has run out or was used already. Send the report again: it is done anew, and nothing was lost.',
  )

/**
 * Takes a solved challenge, once: within the transaction of the report, so that a report that is refused uses none up.
 * Throws `refused` when it is none of ours for this project, has run out, or was used before.
 */
export async function takeSolution({ tx, now }: Context, projectId: string, given: string): Promise<void> {
  const read = solved.safeParse(parsed(given))
  if (!read.success) throw notValid()
  const { challenge, solution } = read.data
  const { verified } = await verifySolution({
    challenge: challenge as unknown as Challenge,
    solution,
    deriveKey,
    ...secrets(),
  })
  const { project, until } = challenge.parameters.data
  if (!verified || project !== projectId || until <= now) throw notValid()
  const stored = await tx
    .insert(usedChallenges)
    .values({ hash: vault().keyedHash('used-challenge', challenge.signature), expiresAt: until as Instant })
    .onConflictDoNothing()
    .returning({ hash: usedChallenges.hash })
  if (stored.length === 0) throw notValid()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
