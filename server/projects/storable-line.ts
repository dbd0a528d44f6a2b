import { eq } from 'drizzle-orm'
import { releaseLines } from '@/db/schema'
import { endsBeforeStart, type LineFacts } from '@/domain/projects/line-facts'
import { overlappingLine } from '@/domain/projects/line-overlap'
import { supportInstants } from '@/domain/projects/support-dates'
import type { Context } from '@/server/kernel/context'
import { invalid } from '@/server/kernel/problem'
import { policyInForce } from '@/server/policies/policy-in-force'

/**
 * A line as it may be stored: its days as instants in the policy's zone. Refuses a name or versions that another line of the
 * project has. Call it with the project's row locked, so that two people cannot claim the same versions at once.
 */
export async function storableLine(context: Context, projectId: string, line: LineFacts, ownId?: string) {
  const all = await context.tx.select().from(releaseLines).where(eq(releaseLines.projectId, projectId))
  const others = all.filter(({ id }) => id !== ownId)
  const overlapping = overlappingLine(line, others)
  const problems: Record<string, string[]> = {
    ...(others.some(({ name }) => name === line.name) && {
      name: [`There is already a line named ${line.name}. Choose another name.`],
    }),
    ...(overlapping && {
      range: [
        `${overlapping.name} (${overlapping.range}) already has some of these versions. A version belongs to one line: make the ranges meet without overlapping.`,
      ],
    }),
    ...(endsBeforeStart(line) && {
      supportedUntil: ['Support ends before it begins. Give a later last day.'],
    }),
  }
  if (Object.keys(problems).length > 0) throw invalid(problems)
  const { terms } = await policyInForce(context, projectId)
  const { supportedFrom: from, supportedUntil: until, ...facts } = line
  return { ...facts, ...supportInstants({ from, until }, terms.businessCalendar.timeZone) }
}
