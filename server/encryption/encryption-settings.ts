import { z } from 'zod'
import { can } from '@/domain/access/can'
import { expiryWarning, keyStanding } from '@/domain/encryption/key-standing'
import { query } from '@/server/kernel/query'
import { loadProject, projectName } from '@/server/projects/load-project'
import { securityTxtOf } from '@/server/reports/security-txt-of'
import { keyHref, publishedKeys } from './project-keys'
import { signedOf, standingOf } from './signed-security-txt'

/** What a project's settings show of its OpenPGP keys and of its signed security.txt. */
export const encryptionSettings = query({
  name: 'encryption.settings',
  input: z.object({ project: projectName }),
  may: 'view_project',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, _input, { project, subject }) => {
    const keys = await publishedKeys(context, project.id)
    const { text } = await securityTxtOf(context, project)
    const signed = await signedOf(context, project.id)
    const standing = signed && (await standingOf(context, signed, text))
    return {
      project: { slug: project.slug, key: project.key, name: project.name, summary: project.summary },
      keys: keys.map((key) => ({
        fingerprint: key.fingerprint,
        userIds: key.userIds,
        expiresAt: key.expiresAt,
        addedAt: key.addedAt,
        standing: keyStanding(key, context.now),
        warning: expiryWarning(key, context.now),
        href: keyHref(project.slug, key.fingerprint),
      })),
      securityTxt: {
        /** As it would be served without a signature: what a lead signs. */
        text,
        signed: signed &&
          standing && {
            addedAt: signed.addedAt,
            fingerprint: signed.fingerprint,
            expiresAt: standing.ok ? standing.value.expiresAt : null,
            /** Why it is not served; null: it is. */
            notServed: standing.ok ? null : standing.refusal.reason,
          },
      },
      mayManage: can(context.actor, 'manage_keys', subject),
    }
  },
})
