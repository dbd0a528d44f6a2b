import { and, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { memberships, projects } from '@/db/schema'
import type { Role, Subject } from '@/domain/access/actor'
import { sees } from '@/domain/access/relations-of'
import type { Context } from '@/server/kernel/context'

/** A project is named by its slug or its id. */
export const projectName = z.string().trim().min(1, 'Name the project.').max(100, 'That is no project.')

/** The project whose team is meant, if it exists for this actor. */
export async function loadTeam({ actor, tx }: Context, name: string) {
  const columns = { id: projects.id, slug: projects.slug, name: projects.name }
  const named = or(eq(projects.slug, name), eq(sql`${projects.id}::text`, name.toLowerCase()))
  const [project] = await tx.select(columns).from(projects).where(named)
  if (!project) return null
  const subject = { kind: 'project', projectId: project.id } satisfies Subject
  return sees(actor, subject) ? { subject, project } : null
}

/** A member of the project's team with their role, locked until the transaction ends; null when they are not in it. */
export async function loadMember({ tx }: Context, projectId: string, personId: string): Promise<Role | null> {
  const [member] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.projectId, projectId), eq(memberships.personId, personId)))
    .for('update')
  return member?.role ?? null
}
