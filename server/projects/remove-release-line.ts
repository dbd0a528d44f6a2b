import { count, eq } from 'drizzle-orm'
import { z } from 'zod'
import { lineStatuses, releaseLines } from '@/db/schema'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { refused } from '@/server/kernel/problem'
import { lineId, loadLine } from './load-line'
import { projectName } from './load-project'

/** Removes a line that no case names: one added by mistake. A line that was worked on ends its support instead. */
export const removeReleaseLine = command({
  name: 'projects.removeReleaseLine',
  input: z.object({ project: projectName, line: lineId }),
  may: 'edit_release_lines',
  load: (context, input) => loadLine(context, input),
  run: async (context, _input, { project, line }) => {
    const [used] = await context.tx
      .select({ cases: count() })
      .from(lineStatuses)
      .where(eq(lineStatuses.lineId, line.id))
    if (used && used.cases > 0) throw refused(`${line.name} cannot be removed.`, [usedBy(used.cases)])
    await context.tx.delete(releaseLines).where(eq(releaseLines.id, line.id))
    await recordInstanceEvent(context, 'release_line_removed', {
      projectId: project.id,
      lineId: line.id,
      name: line.name,
    })
    return { removed: line.name }
  },
})

const usedBy = (cases: number) =>
  `${cases === 1 ? 'One case names' : `${cases} cases name`} it. Give its support a last day instead.`
