import { and, eq, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { memberships, people, projects } from '@/db/schema'
import { defaultTerms } from '@/domain/policies/default-terms'
import { packageUrls } from '@/domain/projects/package-url'
import { projectFacts, projectKey, projectSlug, slugOf } from '@/domain/projects/project-name'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { invalid } from '@/server/kernel/problem'
import { addPolicyVersion } from '@/server/policies/add-policy-version'

/**
 * Creates a project with a lead and the first version of its policy, made of careful defaults.
 * Only an owner; key and slug are for good, because references and links hold them.
 */
export const createProject = command({
  name: 'projects.create',
  input: z.object({
    ...projectFacts,
    packages: packageUrls,
    key: projectKey,
    /** Made of the name when left empty. */
    slug: z.union([z.literal(''), projectSlug]).optional(),
    /** The person who leads it; whoever creates it when left empty. */
    leadId: z.union([z.literal(''), z.uuid('Choose a person of this desk.')]).optional(),
  }),
  may: 'manage_projects',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async (context, { leadId, slug, ...facts }) => {
    const lead = await leadOf(context, leadId)
    const project = await insertProject(context, { ...facts, slug: slug || madeSlug(facts.name) })
    await recordInstanceEvent(context, 'project_created', { projectId: project.id })
    if (lead) {
      await context.tx
        .insert(memberships)
        .values({ personId: lead, projectId: project.id, role: 'lead', since: context.now })
      await recordInstanceEvent(context, 'role_changed', {
        personId: lead,
        projectId: project.id,
        role: 'lead',
      })
    }
    await addPolicyVersion(context, {
      projectId: project.id,
      version: 1,
      terms: defaultTerms,
      introduction: '',
    })
    return { id: project.id, slug: project.slug }
  },
})

function madeSlug(name: string): string {
  const made = projectSlug.safeParse(slugOf(name))
  if (made.success) return made.data
  throw invalid({
    slug: ['The name makes no short name for addresses. Write one in lower case letters and digits.'],
  })
}

async function leadOf({ tx, actor }: Context, chosen: string | undefined): Promise<string | null> {
  if (!chosen) return actor.kind === 'person' ? actor.personId : null
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, chosen), isNull(people.removedAt)))
  if (!person) throw invalid({ leadId: ['This person has no account here any more. Choose another.'] })
  return person.id
}

/** The conditional insert makes a lost race an answer about a field instead of a failure. */
async function insertProject(
  { tx, now }: Context,
  facts: Omit<typeof projects.$inferInsert, 'createdAt'>,
): Promise<typeof projects.$inferSelect> {
  const [project] = await tx
    .insert(projects)
    .values({ ...facts, createdAt: now })
    .onConflictDoNothing()
    .returning()
  if (project) return project
  const taken = await tx
    .select({ slug: projects.slug, key: projects.key })
    .from(projects)
    .where(or(eq(projects.slug, facts.slug), eq(projects.key, facts.key)))
  throw invalid({
    ...(taken.some(({ slug }) => slug === facts.slug) && {
      slug: [`Another project already uses “${facts.slug}” in addresses. Choose another short name.`],
    }),
    ...(taken.some(({ key }) => key === facts.key) && {
      key: [`Another project already uses the key ${facts.key}. Choose another.`],
    }),
  })
}
