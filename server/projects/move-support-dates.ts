import { eq, sql } from 'drizzle-orm'
import { releaseLines } from '@/db/schema'
import { supportDates, supportInstants } from '@/domain/projects/support-dates'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'

/** Keeps the days on which support begins and ends the same days when the policy moves to another time zone. */
export async function moveSupportDates(
  context: Context,
  projectId: string,
  zone: { from: string; to: string },
): Promise<void> {
  if (zone.from === zone.to) return
  const lines = await context.tx.select().from(releaseLines).where(eq(releaseLines.projectId, projectId))
  for (const line of lines) {
    await context.tx
      .update(releaseLines)
      .set({
        ...supportInstants(supportDates(line, zone.from), zone.to),
        version: sql`${releaseLines.version} + 1`,
      })
      .where(eq(releaseLines.id, line.id))
    await recordInstanceEvent(context, 'release_line_changed', { projectId, lineId: line.id })
  }
}
