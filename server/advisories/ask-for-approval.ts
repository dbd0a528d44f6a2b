import { loadCaseRecord } from '@/server/cases/case-record'
import type { FoundCase } from '@/server/cases/load-case'
import { tellPeople } from '@/server/cases/notices'
import { ownersOf, teamOf } from '@/server/cases/team'
import { whoMay } from '@/server/cases/who-may'
import type { Context } from '@/server/kernel/context'
import { gatesOfCase, loadAdvisory } from './advisory-record'

/**
 * Tells those who could approve the advisory that it waits for them: once it is complete, or scheduled. Each once, and once more when an
 * approved advisory was changed. Its last editor is not among them.
 */
export async function askForApproval(context: Context, found: FoundCase): Promise<void> {
  const advisory = await loadAdvisory(context, found)
  if (!advisory || found.case.announcedAt !== null || found.case.resolution !== null) return
  const { row } = advisory
  const gates = await gatesOfCase(context, found, await loadCaseRecord(context, found), advisory)
  const isOpen = (code: 'approval' | 'advisory') => gates.some((gate) => gate.code === code && !gate.isMet)
  const isScheduled = row.scheduledFor !== null && row.suspendedAt === null
  if (!isOpen('approval') || (isOpen('advisory') && !isScheduled)) return
  const team = (await teamOf(context, found.case.projectId)).filter(({ role }) => role !== 'observer')
  const isOther = ({ personId }: { personId: string }) => personId !== row.editedBy
  const able = (await whoMay(context, 'take_case', found.case, team)).filter(isOther)
  const approvers = able.length > 0 ? able : (await ownersOf(context)).filter(isOther)
  const about = `approval:${row.approvedVersion ?? 0}`
  await tellPeople(context, found, approvers, 'approval_wanted', { about })
}
