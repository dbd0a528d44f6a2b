import { and, eq, inArray } from 'drizzle-orm'
import { advisories, caseParticipants, cases, lineStatuses } from '@/db/schema'
import { can } from '@/domain/access/can'
import { checkMove, handlerAfterMove } from '@/domain/cases/move'
import { longText } from '@/lib/text'
import type { Context } from '@/server/kernel/context'
import { allowedBy, forbidden, invalid } from '@/server/kernel/problem'
import { loadProject, projectName, type ProjectRow } from '@/server/projects/load-project'
import { actingPerson } from './acting-person'
import { afterLineChange } from './after-line-change'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import { holdPerson } from './hold-person'
import type { FoundCase } from './load-case'
import { tellProjectTeam, tellReporter } from './notices'
import { recordCaseEvent } from './record-case-event'
import { ensureLines } from './store-line'
import { storeNotice } from './store-message'
import { moveTags } from './tag-case'
import { possibleHandlers, type Teammate } from './team'

/**
 * Moves a case to the project it is really about. It keeps its reference, its events, its policy and with it every promise; its lines
 * are planned anew among those of the other project. The reporter reads why. One must be able to handle cases in both.
 */
export const moveCase = caseCommand({
  name: 'cases.move',
  input: {
    to: projectName,
    explanation: longText(10_000, 'Say why. The reporter reads it, word for word.'),
  },
  may: 'move_case',
  run: async (context, { to, explanation }, found) => {
    const target = await targetOf(context, to, found)
    const record = await loadCaseRecord(context, found)
    allowedBy(
      checkMove(record.facts, {
        from: found.case.projectId,
        to: target.id,
        isLinked: await isLinked(context, found),
      }),
    )
    const { personId } = actingPerson(context.actor)
    await holdPerson(context, personId, target.id)
    const team = await possibleHandlers(context, target.id)
    const handlerId = handlerAfterMove(found.case.handlerId, personId, team)
    await context.tx.update(cases).set({ projectId: target.id, handlerId }).where(eq(cases.id, found.case.id))
    await moveTags(context, found.case.id, target.id)
    await context.tx
      .update(advisories)
      .set({ projectId: target.id })
      .where(eq(advisories.caseId, found.case.id))
    const moved: FoundCase = {
      ...found,
      case: { ...found.case, projectId: target.id, handlerId },
      subject: { ...found.subject, projectId: target.id, handlerId },
    }
    await recordCaseEvent(context, moved, 'moved', { from: found.case.projectId, to: target.id }, explanation)
    if (handlerId !== null && handlerId !== found.case.handlerId)
      await recordCaseEvent(context, moved, 'handler_assigned', { from: found.case.handlerId, to: handlerId })
    await leaveBehind(context, moved, team)
    if (found.case.acknowledgedAt !== null) await ensureLines(context, moved)
    await afterLineChange(context, moved)

    const body = `Your report is about ${target.name}, and its team handles it from now on. Your receipt, your credit and every promise you were given stay as they are.\n\n${explanation}`
    for (const report of record.reports) {
      await storeNotice(context, moved, report.id, body)
      await tellReporter(context, moved, report, 'moved')
    }
    if (handlerId === null) await tellProjectTeam(context, target.id, moved, 'case_moved')
    return { reference: found.case.reference, project: target.slug }
  },
})

/** The other project, if one may handle cases there; throws invalid at `to` where it does not exist for this person. */
async function targetOf(context: Context, to: string, { subject }: FoundCase): Promise<ProjectRow> {
  const target = await loadProject(context, to)
  if (!target) throw invalid({ to: ['There is no such project among those you work on. Pick another.'] })
  const there = can(context.actor, 'move_case', {
    ...subject,
    isRestricted: false,
    projectId: target.project.id,
  })
  if (!there.allowed) throw forbidden(`${there.reason} In ${target.project.name} you are not one.`)
  return target.project
}

async function isLinked({ tx }: Context, { case: row }: FoundCase): Promise<boolean> {
  if (row.duplicateOf !== null) return true
  const repeats = await tx.select({ id: cases.id }).from(cases).where(eq(cases.duplicateOf, row.id)).limit(1)
  return repeats.length > 0
}

/** The old project's lines, and whoever was put on the case as one of its team and is not of the other. */
async function leaveBehind(context: Context, found: FoundCase, team: readonly Teammate[]): Promise<void> {
  await context.tx.delete(lineStatuses).where(eq(lineStatuses.caseId, found.case.id))
  const on = await context.tx
    .select({ personId: caseParticipants.personId })
    .from(caseParticipants)
    .where(and(eq(caseParticipants.caseId, found.case.id), eq(caseParticipants.as, 'handler')))
  const gone = on
    .map(({ personId }) => personId)
    .filter((id) => !team.some(({ personId }) => personId === id))
  if (gone.length === 0) return
  await context.tx
    .delete(caseParticipants)
    .where(and(eq(caseParticipants.caseId, found.case.id), inArray(caseParticipants.personId, gone)))
  for (const personId of gone) await recordCaseEvent(context, found, 'participant_removed', { personId })
}
