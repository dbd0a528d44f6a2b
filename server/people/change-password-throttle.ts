import { ProblemError, type Problem } from '@/server/kernel/problem'
import { throttle } from '@/server/kernel/throttle'

const perPerson = throttle('change-password', { tries: 10, perSeconds: 15 * 60 })

/** Counts a try at one's current password, outside the command's transaction. The problem when they are used up. */
export async function changePasswordThrottle(personId: string): Promise<Problem | null> {
  try {
    await perPerson.spend(personId)
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
}
