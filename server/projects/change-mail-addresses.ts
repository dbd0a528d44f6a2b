import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mailAddresses, projects } from '@/db/schema'
import { projectAddresses } from '@/domain/mail/project-addresses'
import { versionSeen } from '@/lib/version-seen'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict, invalid } from '@/server/kernel/problem'
import { loadProject, projectName } from './load-project'

/** The addresses of a project, the one our mail asks to be answered at first. */
export async function addressesOf({ tx }: Pick<Context, 'tx'>, projectId: string): Promise<string[]> {
  const rows = await tx
    .select({ address: mailAddresses.address })
    .from(mailAddresses)
    .where(eq(mailAddresses.projectId, projectId))
    .orderBy(asc(mailAddresses.position))
  return rows.map(({ address }) => address)
}

/** Says which addresses belong to a project: mail to them becomes its reports. An address belongs to one project only. */
export const changeMailAddresses = command({
  name: 'projects.changeMailAddresses',
  input: z.object({ project: projectName, version: versionSeen(), addresses: projectAddresses }),
  may: 'edit_project',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, { version, addresses }, { project }) => {
    const { tx } = context
    const [changed] = await tx
      .update(projects)
      .set({ version: sql`${projects.version} + 1` })
      .where(and(eq(projects.id, project.id), eq(projects.version, version)))
      .returning({ version: projects.version })
    if (!changed)
      throw conflict(
        'Somebody else changed this project while you were editing. Nothing was saved. Copy what you typed and load the page again.',
      )
    await tx.delete(mailAddresses).where(eq(mailAddresses.projectId, project.id))
    if (addresses.length > 0) {
      const [taken] = await tx
        .select({ address: mailAddresses.address })
        .from(mailAddresses)
        .where(and(inArray(mailAddresses.address, addresses), ne(mailAddresses.projectId, project.id)))
      if (taken) throw invalid({ addresses: [alreadyTaken(taken.address)] })
      const stored = await tx
        .insert(mailAddresses)
        .values(addresses.map((address, position) => ({ address, position, projectId: project.id })))
        .onConflictDoNothing()
        .returning({ address: mailAddresses.address })
      // Somebody gave it to another project in this very moment.
      const lost = addresses.find((address) => !stored.some((one) => one.address === address))
      if (lost) throw invalid({ addresses: [alreadyTaken(lost)] })
    }
    await recordInstanceEvent(context, 'mail_addresses_changed', { projectId: project.id })
    return changed
  },
})

const alreadyTaken = (address: string) =>
  `${address} belongs to another project of this desk. An address belongs to one project.`
