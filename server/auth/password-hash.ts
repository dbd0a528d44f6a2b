import { hash, verify } from '@node-rs/argon2'

/** Argon2id at the parameters OWASP recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** An Argon2id hash in PHC form, with its salt. Takes some 20 ms on purpose. */
export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost)

let nobodysHash: Promise<string> | undefined

/**
 * True when the password is the one of the hash. Without a hash it does the same work and says false,
 * so that the time of an answer does not tell whether an account exists.
 */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody signs in with this')
  const matches = await verify(storedHash ?? (await nobodysHash), normalised(password))
  return storedHash !== null && matches
}

/** The same characters are the same password, whichever keyboard composed them. */
const normalised = (password: string) => password.normalize('NFKC')
