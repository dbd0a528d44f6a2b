import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { enqueue } from '@/server/jobs/enqueue'
import { refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { recordCaseEvent } from './record-case-event'

/** Why it cannot be released. */
export const notHeldAnyMore = 'This report is not held any more.'

/** Makes a held report an ordinary one: both sides are greeted now, and its promises count from its arrival as ever. */
export const releaseHeld = caseCommand({
  name: 'cases.releaseHeld',
  input: {},
  may: 'release_held',
  whileHeld: true,
  run: async (context, _input, found) => {
    const { id: caseId, isHeld } = found.case
    if (!isHeld) throw refused(notHeldAnyMore)
    await context.tx.update(cases).set({ isHeld: false }).where(eq(cases.id, caseId))
    await recordCaseEvent(context, found, 'held_released', {})
    for (const reportId of found.subject.reportIds)
      await enqueue(context, 'cases.welcome', { caseId, reportId })
  },
})
