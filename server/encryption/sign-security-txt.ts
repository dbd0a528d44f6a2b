import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { signedSecurityTxts } from '@/db/schema'
import { keyStanding } from '@/domain/encryption/key-standing'
import { epochMs } from '@/lib/instant'
import { longText } from '@/lib/text'
import { actingPerson } from '@/server/cases/acting-person'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { invalid, refused } from '@/server/kernel/problem'
import { loadProject, projectName } from '@/server/projects/load-project'
import { securityTxtOf } from '@/server/reports/security-txt-of'
import { publishedKeys } from './project-keys'
import { standingOf } from './signed-security-txt'

/** Serves the security.txt that a lead signed with a published key of the project (gpg --clearsign), while it says what the policy says. */
export const signSecurityTxt = command({
  name: 'encryption.signSecurityTxt',
  input: z.object({
    project: projectName,
    signed: longText(20_000, 'Paste the signed text, from BEGIN PGP SIGNED MESSAGE to END PGP SIGNATURE.'),
  }),
  may: 'manage_keys',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, { signed }, { project }) => {
    const fingerprint = await signerOf(context, project.id, signed)
    const row = {
      projectId: project.id,
      text: `${signed}\n`,
      fingerprint,
      signedBy: actingPerson(context.actor).personId,
      addedAt: context.now,
    }
    const standing = await standingOf(context, row, (await securityTxtOf(context, project)).text)
    if (!standing.ok) throw invalid({ signed: [standing.refusal.reason] })
    await context.tx
      .insert(signedSecurityTxts)
      .values(row)
      .onConflictDoUpdate({ target: signedSecurityTxts.projectId, set: row })
    await recordInstanceEvent(context, 'security_txt_signed', { projectId: project.id })
    return { expiresAt: standing.value.expiresAt }
  },
})

/** Serves the security.txt without a signature again. */
export const unsignSecurityTxt = command({
  name: 'encryption.unsignSecurityTxt',
  input: z.object({ project: projectName }),
  may: 'manage_keys',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, _input, { project }) => {
    const gone = await context.tx
      .delete(signedSecurityTxts)
      .where(eq(signedSecurityTxts.projectId, project.id))
      .returning({ projectId: signedSecurityTxts.projectId })
    if (gone.length === 0) throw refused('There is no signed security.txt.')
    await recordInstanceEvent(context, 'security_txt_signature_removed', { projectId: project.id })
  },
})

/** The published key whose signature this is. */
async function signerOf(context: Context, projectId: string, signed: string): Promise<string> {
  const keys = (await publishedKeys(context, projectId)).filter(
    (key) => keyStanding(key, context.now) === 'usable',
  )
  if (keys.length === 0) throw refused('Publish an OpenPGP key first: the signature is verified with it.')
  const { readCleartextMessage, readKey, verify } = await import('openpgp')
  const message = await readCleartextMessage({ cleartextMessage: signed }).catch(() => null)
  if (message === null)
    throw invalid({ signed: ['This is no clear-signed text. Make one with gpg --clearsign security.txt.'] })
  // A signature made a moment ago on a machine whose clock is ahead of ours holds.
  const date = new Date(epochMs(context.now) + 10 * 60_000)
  for (const key of keys) {
    const verificationKeys = await readKey({ armoredKey: key.armored })
    const { signatures } = await verify({ message, verificationKeys, date })
    for (const { verified } of signatures) if (await verified.catch(() => false)) return key.fingerprint
  }
  throw invalid({
    signed: ['No published key of this project made this signature, or the text was changed after signing.'],
  })
}
