import { escalationDue, type EscalationTarget } from '@/domain/cases/escalation'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import type { FoundCase } from './load-case'
import { tellHandlers, tellPerson } from './notices'
import { recordCaseEvent } from './record-case-event'
import { ownersOf, teamOf } from './team'

/** A promise is broken: the handler hears of it, then the lead, then the owner; each once per promise. */
export const escalateCase = caseCommand({
  name: 'cases.escalate',
  input: {},
  may: 'escalate',
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    const steps = escalationDue(record.events, record.clocks, context.now)
    if (steps.length === 0) throw refused('Nothing is overdue that was not escalated.')
    for (const { promise, to, dueAt } of steps) {
      await recordCaseEvent(context, found, 'escalated', { promise, to })
      await tell(context, found, to, `${promise}:${dueAt}:${to}`)
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
