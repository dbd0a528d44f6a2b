import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { advisories, cases, memberships, people, projects, reports } from '@/db/schema'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import { isDraftShared } from '@/domain/advisories/shared-draft'
import { silencePassesAt, turnOf } from '@/domain/cases/conversation'
import { stageOf } from '@/domain/cases/stage'
import { brokenPromises, mayPublishNow } from '@/domain/reports/broken-promises'
import { mayRemind } from '@/domain/reports/reminder'
import { unreadableSince } from '@/domain/encryption/resend'
import { wayOfReport } from '@/domain/reports/way-of-report'
import { loadCaseRecord } from '@/server/cases/case-record'
import { offeredKeys } from '@/server/encryption/project-keys'
import { reporterKey } from '@/server/encryption/reporter-key'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadOwnCase, type OwnCase } from './load-own-case'
import { ownClocks, reminderFacts } from './own-clocks'
import { ownConversation } from './own-conversation'
import { ownDates, verificationsOf, withdrawalOf } from './own-negotiation'
import { reportContact, reportContent } from './report-content'
import { statedTerms } from './stated-terms'

/** Everything a reporter sees of their own report. Of another report that led to the same case: nothing. */
export const ownReport = query({
  name: 'reporters.ownReport',
  input: z.object({}),
  may: 'view_own_report',
  load: (context) => loadOwnCase(context),
  run: async (context, _input, found) => {
    const { report } = found
    const record = await loadCaseRecord(context, found)
    const clocks = ownClocks(record, report.id)
    const content = reportContent(found.vault, report)
    const project = await projectOf(context, found)
    const conversation = await ownConversation(context, found)
    const { resolution, announcedAt } = record.facts
    const broken = brokenPromises({ ...reminderFacts(record, report), clocks }, context.now)
    const reminder = mayRemind(reminderFacts(record, report), context.now)
    const { scheduledFor, ...publicAdvisory } = await advisoryOf(context, found)
    return {
      reference: found.case.reference,
      /** The team is told of nothing until somebody has looked at it. */
      isHeld: found.case.isHeld,
      parts: await partsOf(context, found),
      project: { name: project.name, slug: project.slug },
      channel: report.channel,
      receivedAt: report.receivedAt,
      timeZone: report.timeZone,
      teamTimeZone: record.terms.businessCalendar.timeZone,
      stage: stageOf(record.facts),
      way: wayOfReport({
        facts: record.facts,
        events: record.events,
        receivedAt: report.receivedAt,
        clocks,
        scheduledFor,
      }),
      answeredBy: await handlerRole(context, found),
      turn: turnOf(record.events, report.id),
      silencePassesAt: silencePassesAt(record.events, record.terms, report.id),
      clocks,
      broken,
      mayPublish: announcedAt === null && mayPublishNow(record.terms, broken),
      reminder: reminder.ok
        ? { isAllowed: true as const }
        : { isAllowed: false as const, ...reminder.refusal },
      /** The description is an OpenPGP message. */
      isEncrypted: report.encryptedTo !== null,
      unreadableSince: unreadableSince(record.events, report.id),
      /** The keys of the project a message may be encrypted to. */
      keys: await offeredKeys(context, project),
      ownKey: ownKeyOf(context, found),
      content,
      contact: reportContact(found.vault, report),
      files: conversation.reportFiles,
      messages: conversation.messages,
      terms: {
        disclosureAt: report.disclosureAt,
        disclosureTimeZone: report.disclosureTimeZone,
        version: report.termsVersion,
        ...statedTerms(found.vault, report),
      },
      newsByMail: report.newsByMail,
      dates: ownDates(record, found, scheduledFor, context.now),
      verifications: verificationsOf(record, report.id),
      draftShared: announcedAt === null && isDraftShared(record.events, report.id),
      mayCorrectCredit: announcedAt === null,
      withdrawal: withdrawalOf(record, report.id),
      safeHarbour: report.safeHarbour,
      resolution: resolution && {
        kind: resolution.kind,
        at: resolution.at,
        explanation:
          conversation.messages.find(({ kind, sentAt }) => kind === 'notice' && sentAt === resolution.at)
            ?.body ?? null,
      },
      ...publicAdvisory,
    }
  },
})

export type OwnReport = Extract<Awaited<ReturnType<typeof ownReport>>, { ok: true }>['value']

/** Every case the report was split into, the first one first; one for most. The receipt opens all of them. */
async function partsOf({ tx }: Context, { report }: OwnCase) {
  const root = report.splitFrom ?? report.id
  return tx
    .select({ reference: cases.reference, stage: cases.stage })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(or(eq(reports.id, root), eq(reports.splitFrom, root)))
    .orderBy(sql`${reports.splitFrom} is not null`, asc(cases.reference))
}

async function projectOf({ tx }: Context, found: OwnCase) {
  const [project] = await tx
    .select({ id: projects.id, name: projects.name, slug: projects.slug })
    .from(projects)
    .where(eq(projects.id, found.case.projectId))
  if (!project) throw new Error('A case without its project.')
  return project
}

/** The reporter's key, and whether anything can still be encrypted to it. */
function ownKeyOf({ now }: Context, { vault, report }: OwnCase) {
  const key = reporterKey(vault, report)
  if (key === null) return null
  const { fingerprint, userIds, expiresAt } = key
  return { fingerprint, userIds, expiresAt, isUsable: expiresAt === null || expiresAt > now }
}

/** The role of the one who answers; never the name. */
async function handlerRole(
  { tx }: Context,
  { case: row }: OwnCase,
): Promise<'lead' | 'handler' | 'owner' | null> {
  if (row.handlerId === null) return null
  const [handler] = await tx
    .select({ role: memberships.role })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.projectId, row.projectId)))
    .where(eq(people.id, row.handlerId))
  if (handler?.role === 'lead' || handler?.role === 'handler') return handler.role
  return 'owner'
}

/** When the announcement is planned, and where it is once it is public; of a duplicate, that of the case it repeats. */
async function advisoryOf({ tx }: Context, { case: row }: OwnCase) {
  const [own] = await tx
    .select({ scheduledFor: advisories.scheduledFor })
    .from(advisories)
    .where(and(eq(advisories.caseId, row.id), sql`${advisories.suspendedAt} is null`))
  const [announced] = await tx
    .select({ id: advisories.publicId, projectSlug: projects.slug })
    .from(advisories)
    .innerJoin(cases, eq(cases.id, advisories.caseId))
    .innerJoin(projects, eq(projects.id, advisories.projectId))
    .where(and(eq(cases.id, row.duplicateOf ?? row.id), isNotNull(cases.announcedAt)))
  return {
    scheduledFor: own?.scheduledFor ?? null,
    advisory: announced ? { id: announced.id, href: advisoryPath(announced) } : null,
  }
}
