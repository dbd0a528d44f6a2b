import { and, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '@/db/schema'
import { statement } from '@/db/statement'
import type { Subject } from '@/domain/access/actor'
import { cleanText } from '@/lib/text'
import type { Context } from '@/server/kernel/context'
import { projectsInScope } from './scope'

export type ProjectRow = typeof projects.$inferSelect

/** A project as an operation finds it. */
export interface FoundProject {
  project: ProjectRow
  subject: Extract<Subject, { kind: 'project' }>
}

/** A project is named by its id or by its slug; both are accepted everywhere. */
export const projectName = z
  .string()
  .transform(cleanText)
  .pipe(z.string().trim().min(1, 'Name the project.').max(64, 'That is no project.'))

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The condition that a row of projects is the one of this name. */
export const isProjectNamed = (name: string) =>
  uuid.test(name) ? eq(projects.id, name) : eq(projects.slug, name.toLowerCase())

/** What `statement`s compare a name with: `slug` and `id`, of which one is never met. */
export const nameParts = (name: string): { slug: string; id: string | null } =>
  uuid.test(name) ? { slug: '', id: name } : { slug: name.toLowerCase(), id: null }

export const foundProject = (project: ProjectRow): FoundProject => ({
  project,
  subject: { kind: 'project', projectId: project.id },
})

/** The project, if the console has it for this actor. Changes lock its row, so that two of them never interleave. */
export async function loadProject(
  { tx, actor }: Context,
  name: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundProject | null> {
  const select = tx
    .select()
    .from(projects)
    .where(and(isProjectNamed(name), projectsInScope(actor)))
  const [project] = lock ? await select.for('update') : await select
  return project ? foundProject(project) : null
}

/** The project with its public side, which is there for anyone. */
export async function loadPublicProject({ tx }: Context, name: string): Promise<FoundProject | null> {
  const [project] = await projectOfName(tx).execute(nameParts(name))
  return project ? foundProject(project) : null
}

const projectOfName = statement('project_of_name', (tx) =>
  tx
    .select()
    .from(projects)
    .where(or(eq(projects.slug, sql.placeholder('slug')), eq(projects.id, sql.placeholder('id')))),
)
