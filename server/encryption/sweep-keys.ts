import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { openpgpKeys, projects } from '@/db/schema'
import { expiryWarning, warningDays } from '@/domain/encryption/key-standing'
import { dayMs, plusMs } from '@/lib/instant'
import { tellProjectTeam } from '@/server/cases/notices'
import type { Context } from '@/server/kernel/context'
import { command } from '@/server/kernel/command'
import { log } from '@/server/kernel/log'
import { signedStandings } from './signed-security-txt'

const earliestWarningMs = Math.max(...warningDays) * dayMs

const left = {
  0: 'has expired',
  1: 'expires tomorrow',
  7: 'expires within 7 days',
  30: 'expires within 30 days',
}

/**
 * Warns the teams of keys that expire within 30, 7 and 1 days, and of those that have; and in the same way of a signed security.txt
 * that expires, or is no longer served. Every warning goes out once: the same occasion is told once. Its window is every published key.
 */
export const sweepKeys = command({
  name: 'encryption.sweep',
  input: z.object({}),
  may: 'sweep_keys',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async (context) => {
    const expiring = await context.tx
      .select({ key: openpgpKeys, slug: projects.slug, name: projects.name })
      .from(openpgpKeys)
      .innerJoin(projects, eq(projects.id, openpgpKeys.projectId))
      .where(
        and(
          isNull(openpgpKeys.removedAt),
          lte(openpgpKeys.expiresAt, plusMs(context.now, earliestWarningMs)),
        ),
      )
      .orderBy(asc(openpgpKeys.expiresAt))
    for (const { key, slug, name } of expiring) {
      const days = expiryWarning(key, context.now)
      if (days === null) continue
      const project = { id: key.projectId, slug, name }
      await tellProjectTeam(context, project.id, { project }, 'key_expires', {
        about: `${days}:${key.id}:${key.expiresAt}`,
        subject: `An OpenPGP key of ${name} ${left[days]}`,
        more: [
          `The OpenPGP key ${key.fingerprint} of ${name} ${left[days]} (${key.expiresAt}).`,
          'Expired keys are not offered to reporters. Extend it, or publish another one.',
        ],
      })
    }
    const stale = await tellOfSignatures(context)
    log('info', 'keys_swept', { until: context.now, expiring: expiring.length, stale })
    return { expiring: expiring.length, stale }
  },
})

/** Returns how many signed texts are not served any more. */
async function tellOfSignatures(context: Context): Promise<number> {
  const standings = await signedStandings(context)
  for (const { project, signed, standing } of standings) {
    const tell = (about: string, subject: string, more: string[]) =>
      tellProjectTeam(context, project.id, { project }, 'signature_lapsed', { about, subject, more })
    if (!standing.ok)
      await tell(signed.addedAt, `The signed security.txt of ${project.name} is not served any more`, [
        standing.refusal.reason,
        'Until you sign it again it is served without a signature.',
      ])
    else {
      const { expiresAt } = standing.value
      const days = expiryWarning({ expiresAt }, context.now)
      if (days !== null)
        await tell(`${days}:${signed.addedAt}`, `The signed security.txt of ${project.name} ${left[days]}`, [
          `It says that it expires on ${expiresAt}. From then on it is served without a signature.`,
          'Sign it again with a later date.',
        ])
    }
  }
  return standings.filter(({ standing }) => !standing.ok).length
}
