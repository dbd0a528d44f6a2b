import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { advisories, cases } from '@/db/schema'
import type { CreditRole } from '@/domain/advisories/credit-ledger'
import { suggestedInstant } from '@/domain/embargo/suggested-instant'
import { dayMs, plusMs, type Instant } from '@/lib/instant'
import { approveAdvisory } from '@/server/advisories/approve-advisory'
import { addCredit } from '@/server/advisories/change-credit'
import { editAdvisory } from '@/server/advisories/edit-advisory'
import { overrideGates } from '@/server/advisories/override-gates'
import { correctAdvisory } from '@/server/advisories/revise-advisory'
import { scheduleAnnouncement } from '@/server/advisories/schedule-announcement'
import { jobActor } from '@/server/auth/job-actor'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { assignHandler } from '@/server/cases/assign-handler'
import { addParticipant } from '@/server/cases/change-participants'
import { loadCaseRecord } from '@/server/cases/case-record'
import { restrictCase } from '@/server/cases/change-title'
import { classifySeverity } from '@/server/cases/classify-severity'
import { confirmCase } from '@/server/cases/confirm-case'
import { escalateCase } from '@/server/cases/escalate-case'
import { loadCase } from '@/server/cases/load-case'
import { recordAudit } from '@/server/cases/record-audit'
import { tagCase } from '@/server/cases/tag-case'
import { resolveCase } from '@/server/cases/resolve-case'
import { writeNote } from '@/server/cases/write-note'
import { askReporter, respondToReporter, writeToReporter } from '@/server/cases/write-to-reporter'
import { now } from '@/server/kernel/clock'
import { submitReport } from '@/server/reports/submit-report'
import { given } from './desk'
import { before, type Ago } from './moment'
import type { Act, Course } from './play'
import { team, type Teammate } from './team'

type Report = Omit<Parameters<typeof submitReport>[1], 'project' | 'submission'>
type Severity = Omit<Parameters<typeof classifySeverity>[1], 'case'>
type Draft = Omit<Parameters<typeof editAdvisory>[1], 'case' | 'seen'>

const minuteOf = (instant: Instant): string => instant.slice(0, 16)

/** Somebody reports a vulnerability; with `publishesInDays` they state that they publish so many days after the present. */
export const reports =
  (report: Report, own: { publishesInDays?: number } = {}): Act =>
  async (course) => {
    const { desk, project } = course
    const submission = randomBytes(16).toString('base64url')
    const sent = given(
      await submitReport(
        { kind: 'anyone' },
        { timeZone: 'Europe/Berlin', ...report, ...disclosure(desk.present, own), project, submission },
      ),
    )
    course.reference ||= sent.reference
    course.receipts.push(sent.receipt)
  }

const disclosure = (present: Instant, { publishesInDays }: { publishesInDays?: number }) =>
  publishesInDays === undefined
    ? {}
    : {
        disclosureDate: `${plusMs(present, publishesInDays * dayMs).slice(0, 10)}T09:00`,
        disclosureTimeZone: 'Europe/Berlin',
      }

/** The row of the case. */
export async function caseRow({ desk, reference }: Course): Promise<typeof cases.$inferSelect> {
  const [row] = await desk.database.db.select().from(cases).where(eq(cases.reference, reference))
  if (!row) throw new Error('Nobody reported this yet.')
  return row
}

const by =
  (
    who: Teammate,
    act: (actor: Awaited<ReturnType<Course['desk']['actor']>>, course: Course) => Promise<unknown>,
  ): Act =>
  async (course) =>
    act(await course.desk.actor(who), course)

export const acknowledges = (who: Teammate): Act =>
  by(who, async (actor, { reference }) => given(await acknowledgeCase(actor, { case: reference })))

export const assigns = (who: Teammate, to: Teammate, note?: string): Act =>
  by(who, async (actor, { desk, reference }) =>
    given(await assignHandler(actor, { case: reference, to: desk.idOf(to), note })),
  )

export const writes = (who: Teammate, body: string): Act =>
  by(who, async (actor, { reference }) => given(await writeToReporter(actor, { case: reference, body })))

/** The detailed response, with what happens next. */
export const responds = (who: Teammate, body: string, nextStep: string): Act =>
  by(who, async (actor, { reference }) =>
    given(await respondToReporter(actor, { case: reference, body, nextStep })),
  )

export const asks = (who: Teammate, body: string): Act =>
  by(who, async (actor, { reference }) => given(await askReporter(actor, { case: reference, body })))

export const notes = (who: Teammate, body: string): Act =>
  by(who, async (actor, { reference }) => given(await writeNote(actor, { case: reference, body })))

export const tags = (who: Teammate, label: string): Act =>
  by(who, async (actor, { reference }) => given(await tagCase(actor, { case: reference, label })))

/** Brings somebody from elsewhere in on this one case. */
export const invites = (who: Teammate, guest: Teammate): Act =>
  by(who, async (actor, { reference }) =>
    given(await addParticipant(actor, { case: reference, email: team[guest].address, as: 'collaborator' })),
  )

export const restricts = (who: Teammate): Act =>
  by(who, async (actor, { reference }) =>
    given(await restrictCase(actor, { case: reference, isRestricted: true })),
  )

export const classifies = (who: Teammate, severity: Severity): Act =>
  by(who, async (actor, { reference }) =>
    given(await classifySeverity(actor, { case: reference, ...severity })),
  )

export const confirms = (who: Teammate, reproduction: string): Act =>
  by(who, async (actor, { reference }) => given(await confirmCase(actor, { case: reference, reproduction })))

export const audits = (who: Teammate, searched: string, found: string): Act =>
  by(who, async (actor, { reference }) =>
    given(await recordAudit(actor, { case: reference, searched, found })),
  )

/** Closes the case without a fix; when it belongs to somebody else, they were told `toldAgo` before the present. */
export const resolves = (
  who: Teammate,
  resolution: Omit<Parameters<typeof resolveCase>[1], 'case' | 'toldAt'>,
  { toldAgo }: { toldAgo?: Ago } = {},
): Act =>
  by(who, async (actor, { desk, reference }) => {
    const toldAt = toldAgo && before(desk.present, toldAgo)
    given(await resolveCase(actor, { case: reference, ...resolution, toldAt }))
  })

/** Closes the case as a duplicate of the other story's. */
export const repeats = (who: Teammate, story: string, explanation: string): Act =>
  by(who, async (actor, { reference, all }) => {
    const ofCase = all.get(story)?.reference
    given(await resolveCase(actor, { case: reference, kind: 'duplicate', ofCase, explanation }))
  })

/** A promise passed unkept, and the desk tells the team. */
export const escalates: Act = async ({ reference }) =>
  given(await escalateCase(jobActor('cases.escalate'), { case: reference }))

async function advisoryVersion(course: Course): Promise<number> {
  const { id } = await caseRow(course)
  const [row] = await course.desk.database.db
    .select({ version: advisories.version })
    .from(advisories)
    .where(eq(advisories.caseId, id))
  if (!row) throw new Error('There is no advisory before the case is confirmed.')
  return row.version
}

export const drafts = (who: Teammate, draft: Draft): Act =>
  by(who, async (actor, course) =>
    given(
      await editAdvisory(actor, { case: course.reference, seen: await advisoryVersion(course), ...draft }),
    ),
  )

/** Enters somebody who accepted to be named, or a tool, in the credit ledger. */
export const thanks = (who: Teammate, name: string, roles: CreditRole[], link = ''): Act =>
  by(who, async (actor, { reference }) =>
    given(await addCredit(actor, { case: reference, name, link, roles, consent: 'accepted' })),
  )

export const approves = (who: Teammate): Act =>
  by(who, async (actor, course) =>
    given(await approveAdvisory(actor, { case: course.reference, seen: await advisoryVersion(course) })),
  )

/** Schedules the announcement for so long before the present: then it goes out by itself, as a step of the story. */
export const schedules = (who: Teammate, ago: Ago): Act =>
  by(who, async (actor, course) => schedule(actor, course, before(course.desk.present, ago)))

/** Schedules the announcement for the first moment that nothing speaks against. */
export const schedulesWhenFitting = (who: Teammate): Act =>
  by(who, async (actor, course) => {
    const { db } = course.desk.database
    const context = { tx: db, now: now(), actor: jobActor('demo') }
    const found = await loadCase(context, course.reference)
    if (!found) throw new Error('Nobody reported this yet.')
    const { notBefore, terms } = await loadCaseRecord(context, found)
    const at = suggestedInstant({ notBefore, terms, now: context.now })
    if (!at) throw new Error('No moment fits.')
    return schedule(actor, course, at)
  })

const schedule = async (
  actor: Parameters<typeof scheduleAnnouncement>[0],
  { reference }: Course,
  instant: Instant,
) =>
  given(
    await scheduleAnnouncement(actor, {
      case: reference,
      at: minuteOf(instant),
      timeZone: 'UTC',
      warningsRead: true,
    }),
  )

/** Time passes; what was scheduled happens. */
export const timePasses: Act = ({ desk }) => desk.doJobs()

export const overrides = (who: Teammate, ground: 'leaked' | 'exploited', text: string): Act =>
  by(who, async (actor, { reference }) =>
    given(await overrideGates(actor, { case: reference, ground, text })),
  )

export const corrects = (who: Teammate, note: string): Act =>
  by(who, async (actor, { reference }) => given(await correctAdvisory(actor, { case: reference, note })))
