import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { releaseLines } from '@/db/schema'
import { lineFacts } from '@/domain/projects/line-facts'
import { supportDates } from '@/domain/projects/support-dates'
import { versionSeen } from '@/lib/version-seen'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { conflict } from '@/server/kernel/problem'
import { policyInForce } from '@/server/policies/policy-in-force'
import { refreshCasesOfLines } from './line-in-open-cases'
import { lineId, loadLine, type LineRow } from './load-line'
import { projectName } from './load-project'
import { storableLine } from './storable-line'

/** Changes a release line; open cases are asked anew what they wait for. `version` is the one the person started from. */
export const changeReleaseLine = command({
  name: 'projects.changeReleaseLine',
  input: z.object({
    project: projectName,
    line: lineId,
    version: versionSeen(),
    ...lineFacts,
  }),
  may: 'edit_release_lines',
  load: (context, input) => loadLine(context, input),
  run: async (context, { project: _name, line: _line, version, ...written }, { project, line }) => {
    if (line.version !== version) throw await lostRace(context, line)
    const stored = await storableLine(context, project.id, written, line.id)
    const [changed] = await context.tx
      .update(releaseLines)
      .set({ ...stored, version: sql`${releaseLines.version} + 1` })
      .where(and(eq(releaseLines.id, line.id), eq(releaseLines.version, version)))
      .returning({ version: releaseLines.version })
    if (!changed) throw await lostRace(context, line)
    await refreshCasesOfLines(context, project.id)
    await recordInstanceEvent(context, 'release_line_changed', { projectId: project.id, lineId: line.id })
    return changed
  },
})

async function lostRace(context: Context, line: LineRow) {
  const { terms } = await policyInForce(context, line.projectId)
  const { from, until } = supportDates(line, terms.businessCalendar.timeZone)
  const { name, range, branch, isDevelopment, version } = line
  return conflict(
    'Somebody else changed this line while you were editing. Nothing was saved and nothing you typed is lost.',
    { version, name, range, branch, isDevelopment, supportedFrom: from, supportedUntil: until },
  )
}
