import { and, eq, ne } from 'drizzle-orm'
import { cases, projects } from '@/db/schema'
import { handOverCases } from '@/server/cases/hand-over-cases'
import { holdPerson } from '@/server/cases/hold-person'
import { possibleHandlers } from '@/server/cases/team'
import type { Context } from '@/server/kernel/context'
import { invalid, refused } from '@/server/kernel/problem'

/**
 * Hands a person's open cases over before they lose the right to handle them, so that there is never a moment without a
 * handler. Refused with the list when nobody was named; `to` must be able to handle in every project concerned.
 */
export async function handOverBeforeLeaving(
  context: Context,
  { from, to, projectId }: { from: string; to: string | null; projectId?: string },
): Promise<void> {
  const open = await context.tx
    .select({ reference: cases.reference, projectId: cases.projectId, project: projects.name })
    .from(cases)
    .innerJoin(projects, eq(projects.id, cases.projectId))
    .where(
      and(
        eq(cases.handlerId, from),
        ne(cases.stage, 'closed'),
        projectId === undefined ? undefined : eq(cases.projectId, projectId),
      ),
    )
    .orderBy(cases.reference)
  if (open.length === 0) return
  if (to === null)
    throw refused(
      `They answer for ${open.length === 1 ? 'an open case' : `${open.length} open cases`}. Name who takes over; then both happen together.`,
      open.map((one) => one.reference),
    )
  if (to === from) throw invalid({ handOverTo: ['Pick somebody else: this person is leaving.'] })
  for (const one of new Map(open.map((row) => [row.projectId, row])).values()) {
    await holdPerson(context, to, one.projectId)
    const able = (await possibleHandlers(context, one.projectId)).find((person) => person.personId === to)
    if (!able || able.role === 'observer')
      throw invalid({
        handOverTo: [`Pick a lead or handler of ${one.project}, or an owner: there are open cases in it.`],
      })
  }
  await handOverCases(context, { from, to, projectId })
}
