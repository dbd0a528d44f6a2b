import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, lineStatuses, projects, releaseEvidence } from '@/db/schema'
import { isOpen } from '@/db/schema/cases'
import { minuteMs, plusMs } from '@/lib/instant'
import { enqueue } from '@/server/jobs/enqueue'
import { command } from '@/server/kernel/command'
import { environment } from '@/server/kernel/environment'

/** How long what a registry said counts as fresh. */
const freshMs = 30 * minuteMs
/** How many releases one sweep has asked about; the next one, a minute later, goes on. */
const most = 50

/**
 * Has the registry asked again about every release whose announcement is still to come: one that is taken back meanwhile must stop it.
 * Without NPM_REGISTRY_URL nobody is asked.
 */
export const sweepReleases = command({
  name: 'backports.sweep',
  input: z.object({}),
  may: 'sweep_cases',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async (context) => {
    if (!environment().NPM_REGISTRY_URL) return { asked: 0 }
    const due = await context.tx
      .select({ caseId: lineStatuses.caseId, lineId: lineStatuses.lineId })
      .from(lineStatuses)
      .innerJoin(cases, eq(cases.id, lineStatuses.caseId))
      .innerJoin(projects, eq(projects.id, cases.projectId))
      .where(
        and(
          isNotNull(lineStatuses.releasedVersion),
          isOpen(cases.stage),
          isNull(cases.announcedAt),
          sql`${projects.packages}::text like '%"pkg:npm/%'`,
          sql`not exists (select from ${releaseEvidence} known where known.case_id = ${lineStatuses.caseId}
            and known.line_id = ${lineStatuses.lineId} and known.version = ${lineStatuses.releasedVersion}
            and known.checked_at > ${plusMs(context.now, -freshMs)}::timestamptz)`,
        ),
      )
      .limit(most)
    for (const { caseId, lineId } of due) await enqueue(context, 'backports.check', { caseId, lineId })
    return { asked: due.length }
  },
})
