import { and, eq, isNotNull } from 'drizzle-orm'
import { advisories } from '@/db/schema'
import { checkSchedule, type ScheduleWarning } from '@/domain/embargo/schedule'
import { localInstant } from '@/domain/reports/reporter-terms'
import { checkbox, shortText } from '@/lib/text'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import { loadCaseRecord } from '@/server/cases/case-record'
import { agreements, reporterDates } from '@/server/cases/linked-dates'
import type { FoundCase } from '@/server/cases/load-case'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { cancelTimer, enqueue } from '@/server/jobs/enqueue'
import type { Context } from '@/server/kernel/context'
import { allowedBy, invalid, refused } from '@/server/kernel/problem'
import { needAdvisory } from './advisory-record'
import { askForApproval } from './ask-for-approval'

/** Names the one timer of a case's announcement: scheduling again moves it. */
export const timerKey = (caseId: string) => `publish:${caseId}`

/**
 * Schedules the announcement, or moves it. Never before the earliest announcement; what merely speaks against the instant
 * (a Friday, a holiday, the reporter's own date) is said once and accepted by sending again with `warningsRead`.
 */
export const scheduleAnnouncement = caseCommand({
  name: 'advisories.schedule',
  input: {
    /** Local date and time in `timeZone`, e.g. 2026-12-01T10:00. */
    at: shortText(25, 'Pick a date and a time.'),
    timeZone: shortText(64, 'Pick a time zone.'),
    warningsRead: checkbox(),
  },
  may: 'schedule',
  run: async (context, { at, timeZone, warningsRead }, found) => {
    if (found.case.announcedAt !== null) throw refused('The advisory is published already.')
    if (found.case.resolution !== null) throw refused('The case is closed. Reopen it first.')
    const instant = localInstant(at, timeZone)
    if (!instant.ok)
      throw invalid({ [instant.refusal.code === 'zone' ? 'timeZone' : 'at']: [instant.refusal.reason] })
    const advisory = await needAdvisory(context, found)
    const record = await loadCaseRecord(context, found)
    const warnings: ScheduleWarning[] = allowedBy(
      checkSchedule(instant.value, {
        notBefore: record.notBefore,
        isWaitOverridden: advisory.override?.gates.includes('not_before') ?? false,
        terms: record.terms,
        reporterDates: reporterDates(record),
        agreements: agreements(record, context.now),
        now: context.now,
      }),
    )
    if (warnings.length > 0 && !warningsRead)
      throw invalid(
        { warningsRead: warnings.map((warning) => warning.reason) },
        'Read what speaks against this moment. You can schedule it all the same, or move it.',
      )
    await context.tx
      .update(advisories)
      .set({
        scheduledFor: instant.value,
        scheduledTimeZone: timeZone,
        scheduledBy: actingPerson(context.actor).personId,
        suspendedAt: null,
        suspendedGates: null,
      })
      .where(eq(advisories.id, advisory.row.id))
    await recordCaseEvent(context, found, 'announcement_scheduled', { scheduledFor: instant.value, timeZone })
    await enqueue(
      context,
      'advisories.publish',
      { caseId: found.case.id },
      { runAt: instant.value, key: timerKey(found.case.id) },
    )
    await askForApproval(context, found)
    return { scheduledFor: instant.value }
  },
})

/** Takes the schedule back. */
export const cancelSchedule = caseCommand({
  name: 'advisories.cancelSchedule',
  input: {},
  may: 'schedule',
  run: async (context, _input, found) => {
    await needAdvisory(context, found)
    if (found.case.announcedAt !== null || !(await dropSchedule(context, found)))
      throw refused('Nothing is scheduled.')
  },
})

/** Ends the schedule of a case that is not announced, and records it; false when nothing was scheduled. */
export async function dropSchedule(context: Context, found: FoundCase): Promise<boolean> {
  const dropped = await context.tx
    .update(advisories)
    .set({
      scheduledFor: null,
      scheduledTimeZone: null,
      scheduledBy: null,
      suspendedAt: null,
      suspendedGates: null,
    })
    .where(and(eq(advisories.caseId, found.case.id), isNotNull(advisories.scheduledFor)))
    .returning({ id: advisories.id })
  if (dropped.length === 0) return false
  await cancelTimer(context, timerKey(found.case.id))
  await recordCaseEvent(context, found, 'schedule_cancelled', {})
  return true
}
