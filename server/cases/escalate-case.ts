import { escalationDue, type EscalationTarget } from '@/domain/cases/escalation'
import { dueLines } from '@/domain/cases/hand-over-summary'
import { nearPromises } from '@/domain/cases/near-promise'
import { taskPromises } from '@/domain/fixes/task'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord, type TaskRow } from './case-record'
import type { FoundCase } from './load-case'
import { tellHandlers, tellPeople, tellPerson } from './notices'
import { recordCaseEvent } from './record-case-event'
import { ownersOf, possibleHandlers, teamOf } from './team'
import { whoMay } from './who-may'

/**
 * A promise is due soon: the handler hears of it. It is broken: the handler, then the lead, then the owner; each once per promise.
 */
export const escalateCase = caseCommand({
  name: 'cases.escalate',
  input: {},
  may: 'escalate',
  whileHeld: true,
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    const isClosed = found.case.stage === 'closed'
    const promises = [...record.clocks, ...record.milestones]
    const tasks = taskPromises(isClosed ? [] : record.tasks)
    const steps = escalationDue(record.events, [...promises, ...tasks], context.now)
    const near = nearPromises(record.events, promises, context.now)
    if (steps.length + near.length === 0)
      throw refused('Nothing is overdue or due soon that was not escalated.')
    for (const { promise, clock } of near) {
      await recordCaseEvent(context, found, 'promise_near', { promise })
      const more = dueLines([clock], context.now)
      await tellHandlers(context, found, 'promise_near', `${promise}:${clock.dueAt}`, more)
    }
    for (const { promise, to, dueAt } of steps) {
      await recordCaseEvent(context, found, 'escalated', { promise, to })
      const task = record.tasks.find(({ id }) => promise === `task:${id}`)
      if (task) await tellOwner(context, found, task, `${promise}:${dueAt}`)
      else await tell(context, found, to, `${promise}:${dueAt}:${to}`)
    }
    return { steps: steps.length, near: near.length }
  },
})

async function tell(context: Context, found: FoundCase, to: EscalationTarget, about: string): Promise<void> {
  if (to === 'handler') return tellHandlers(context, found, 'promise_broken', about)
  const leads = (await teamOf(context, found.case.projectId)).filter((one) => one.role === 'lead')
  // A project without a lead has its owners.
  const told = to === 'lead' && leads.length > 0 ? leads : await ownersOf(context)
  await tellPeople(context, found, told, 'promise_broken', { about, isLastToHear: to === 'owner' })
}

/** A task that is overdue is its owner's matter; without one, or when they left or may no longer see the case, the handler's. */
async function tellOwner(context: Context, found: FoundCase, task: TaskRow, about: string): Promise<void> {
  const team = await possibleHandlers(context, found.case.projectId)
  const named = team.filter(({ personId }) => personId === task.ownerId)
  const [owner] = await whoMay(context, 'view_case', found.case, named)
  if (owner) return tellPerson(context, found, owner, 'task_overdue', { about })
  return tellHandlers(context, found, 'task_overdue', about)
}
