import { and, eq } from 'drizzle-orm'
import { releaseLines } from '@/db/schema'
import { isSupported } from '@/domain/backports/supported'
import type { Context } from '@/server/kernel/context'
import type { FieldErrors } from '@/server/kernel/operation'
import { loadPublicProject, projectName, type ProjectRow } from '@/server/projects/load-project'
import { caseOfPublicAdvisory } from './advisory-before-them'

interface Choices {
  advisory: string
  line: string
}

/**
 * What a request for a backport names: the case behind its advisory, locked, and what is wrong of either choice, each judged by itself.
 * null: a choice that is not to be judged.
 */
export async function readChoices(
  context: Context,
  project: ProjectRow,
  { advisory, line }: { [Name in keyof Choices]: Choices[Name] | null },
) {
  const errors: FieldErrors = {}
  const before = advisory === null ? null : await caseOfPublicAdvisory(context, project, advisory)
  if (advisory !== null && before === null)
    errors.advisory = ['There is no such advisory of this project. Choose it from the list.']
  const objection = line === null ? null : await objectionTo(context, project, line)
  if (objection !== null) errors.line = [objection]
  return { before, errors }
}

async function objectionTo(context: Context, project: ProjectRow, lineId: string): Promise<string | null> {
  const [line] = await context.tx
    .select()
    .from(releaseLines)
    .where(and(eq(releaseLines.id, lineId), eq(releaseLines.projectId, project.id)))
  if (!line) return 'This project has no such line. Choose one from the list.'
  return isSupported(line, context.now) || line.isDevelopment
    ? `${line.name} is supported: fixes reach it without asking.`
    : null
}

/** All that is wrong of a request whose form is wrong: what the form says, and what would be said of the choices that are right so far. */
export async function allThatIsWrong(
  context: Context,
  rawInput: unknown,
  wrong: FieldErrors,
): Promise<FieldErrors> {
  const given = { ...(rawInput as object) } as Record<keyof Choices | 'project', unknown>
  const named = projectName.safeParse(given.project)
  const found = named.success ? await loadPublicProject(context, named.data) : null
  if (!found) return wrong
  const rightly = (name: keyof Choices) =>
    name in wrong || typeof given[name] !== 'string' ? null : given[name].trim()
  const { errors } = await readChoices(context, found.project, {
    advisory: rightly('advisory'),
    line: rightly('line'),
  })
  // The choices stand above everything else in the form.
  const { advisory = errors.advisory, line = errors.line, ...others } = wrong
  return { ...(advisory && { advisory }), ...(line && { line }), ...others }
}
