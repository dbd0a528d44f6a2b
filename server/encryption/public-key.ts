import { z } from 'zod'
import { keyStanding } from '@/domain/encryption/key-standing'
import { cleanText } from '@/lib/text'
import { notFound } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { publishedKeys } from './project-keys'

/** One key of a project, for everybody. Expired and removed ones are not there. */
export const publicKey = query({
  name: 'encryption.publicKey',
  input: z.object({ project: projectName, fingerprint: z.string().max(64).transform(cleanText) }),
  may: 'view_public',
  load: (context, input) => loadPublicProject(context, input.project),
  run: async (context, { fingerprint }, { project }) => {
    const keys = await publishedKeys(context, project.id)
    const key = keys.find((one) => one.fingerprint === fingerprint.toUpperCase())
    if (!key || keyStanding(key, context.now) !== 'usable') throw notFound()
    return { text: key.armored, changedAt: key.addedAt }
  },
})
