import { z } from 'zod'
import { releaseLines } from '@/db/schema'
import { lineFacts } from '@/domain/projects/line-facts'
import { command } from '@/server/kernel/command'
import { recordInstanceEvent } from '@/server/kernel/instance-events'
import { askAboutLine } from './line-in-open-cases'
import { loadProject, projectName } from './load-project'
import { storableLine } from './storable-line'

/** Adds a release line; every open case that lists lines gets it as an open question. Gives how many did. */
export const addReleaseLine = command({
  name: 'projects.addReleaseLine',
  input: z.object({ project: projectName, ...lineFacts }),
  may: 'edit_release_lines',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, { project: _name, ...written }, { project }) => {
    const line = await storableLine(context, project.id, written)
    const [added] = await context.tx
      .insert(releaseLines)
      .values({ ...line, projectId: project.id })
      .returning({ id: releaseLines.id })
    if (!added) throw new Error('The line was not written.')
    const askedCases = await askAboutLine(context, project.id, added.id)
    await recordInstanceEvent(context, 'release_line_added', { projectId: project.id, lineId: added.id })
    return { id: added.id, askedCases }
  },
})
