import { escalationDue, type EscalationTarget } from '@/domain/cases/escalation'
import { taskPromises } from '@/domain/fixes/task'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord, type TaskRow } from './case-record'
import type { FoundCase } from './load-case'
import { tellHandlers, tellPerson } from './notices'
import { recordCaseEvent } from './record-case-event'
import { ownersOf, possibleHandlers, teamOf } from './team'

/** A promise is broken: the handler hears of it, then the lead, then the owner; each once per promise. */
export const escalateCase = caseCommand({
  name: 'cases.escalate',
  input: {},
  may: 'escalate',
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    const isClosed = found.case.stage === 'closed'
    const promises = [...record.clocks, ...record.milestones]
    const steps = [
      ...escalationDue(record.events, promises, context.now),
      ...escalationDue(record.events, taskPromises(isClosed ? [] : record.tasks), context.now).filter(
        ({ to }) => to === 'handler',
      ),
    ]
    if (steps.length === 0) throw refused('Nothing is overdue that was not escalated.')
    for (const { promise, to, dueAt } of steps) {
      await recordCaseEvent(context, found, 'escalated', { promise, to })
      const task = record.tasks.find(({ id }) => promise === `task:${id}`)
      if (task) await tellOwner(context, found, task, `${promise}:${dueAt}`)
      else await tell(context, found, to, `${promise}:${dueAt}:${to}`)
    }
    return { steps: steps.length }
  },
})

async function tell(context: Context, found: FoundCase, to: EscalationTarget, about: string): Promise<void> {
  if (to === 'handler') return tellHandlers(context, found, 'promise_broken', about)
  const leads = (await teamOf(context, found.case.projectId)).filter((one) => one.role === 'lead')
  // A project without a lead has its owners.
  const told = to === 'lead' && leads.length > 0 ? leads : await ownersOf(context)
  for (const person of told)
    await tellPerson(context, found, person, 'promise_broken', { about, isLastToHear: to === 'owner' })
}

/** A task that is overdue is its owner's matter; without one, or when they left, the handler's. */
async function tellOwner(context: Context, found: FoundCase, task: TaskRow, about: string): Promise<void> {
  const team = await possibleHandlers(context, found.case.projectId)
  const owner = team.find(({ personId }) => personId === task.ownerId)
  if (owner) return tellPerson(context, found, owner, 'task_overdue', { about })
  return tellHandlers(context, found, 'task_overdue', about)
}
