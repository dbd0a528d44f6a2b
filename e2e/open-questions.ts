import { eq } from 'drizzle-orm'
import { advisories, lineStatuses, releaseLines } from '@/db/schema'
import { caseRow } from '@/scripts/demo/acts'
import { given, type Desk } from '@/scripts/demo/desk'
import type { Course } from '@/scripts/demo/play'
import { anyone } from '@/server/auth/anyone'
import { jobActor } from '@/server/auth/job-actor'
import { proposeEmbargo } from '@/server/cases/answer-embargo'
import { askToVerify } from '@/server/cases/ask-to-verify'
import { shareDraft } from '@/server/cases/share-draft'
import { storeIncoming } from '@/server/mail/incoming/store-incoming'
import { askBeforeTesting } from '@/server/requests/ask-before-testing'
import { backportChoices } from '@/server/requests/backport-choices'
import { requestBackport } from '@/server/requests/request-backport'
import { writtenMail } from '@/test/written-mail'

const submission = (name: string) => Buffer.from(`the ${name} of a lively desk`).toString('base64url')

/** Everything a team can ask the reporter of a case: to agree on a date, to try the fix of a line, and to read the draft. */
export async function asksReporter(course: Course, lineName: string): Promise<void> {
  const { desk, reference } = course
  const mei = await desk.actor('mei')
  const { id } = await caseRow(course)
  const lines = await desk.database.db
    .select({ id: releaseLines.id, name: releaseLines.name })
    .from(lineStatuses)
    .innerJoin(releaseLines, eq(lineStatuses.lineId, releaseLines.id))
    .where(eq(lineStatuses.caseId, id))
  const line = lines.find(({ name }) => name === lineName)?.id ?? ''
  given(await askToVerify(mei, { case: reference, line, words: 'With two accounts, please.' }))
  given(await proposeEmbargo(mei, { case: reference, until: '2026-12-20T09:00', untilZone: 'UTC' }))
  given(await shareDraft(mei, { case: reference }))
  await desk.doJobs()
}

/**
 * Requests whose askers hold a receipt: one that waits for the team, and one that lacks what it must show, about the advisory of
 * that case. Their receipts by name.
 */
export async function addRequests(
  about: Course,
): Promise<Record<string, { reference: string; receipt: string }>> {
  const question = given(
    await askBeforeTesting(anyone, {
      project: 'marmotte',
      submission: submission('question'),
      what: 'Whether old links to drafts still open.',
      where: 'An installation of my own.',
      when: '1 to 3 December 2026',
      how: 'By hand.',
    }),
  )
  const { lines } = given(await backportChoices(anyone, { project: about.project }))
  const { id } = await caseRow(about)
  const [advisory] = await about.desk.database.db.select().from(advisories).where(eq(advisories.caseId, id))
  const reference = advisory?.publicId ?? ''
  const backport = given(
    await requestBackport(anyone, {
      project: about.project,
      submission: submission('backport'),
      advisory: reference,
      line: lines.at(-1)?.id ?? '',
    }),
  )
  return {
    'a question': { reference: '', receipt: question.receipt },
    'a backport': { reference, receipt: backport.receipt },
  }
}

/** A mail that went to no project, which waits for an owner. */
export async function sendsMail(desk: Desk): Promise<void> {
  const raw = new Uint8Array(writtenMail({ to: 'nobody@example.org', subject: 'To whom it may concern' }))
  const place = { mailbox: 'desk@example.org/INBOX', uidValidity: '1', uid: 1 }
  given(await storeIncoming(jobActor('incoming.fetch'), { ...place, raw, isCut: false }))
  await desk.doJobs()
}
