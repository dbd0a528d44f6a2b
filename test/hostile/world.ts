import { eq } from 'drizzle-orm'
import { attachments, credits, lineStatuses, outgoingMails, people } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { jobActor } from '@/server/auth/job-actor'
import { hashPassword } from '@/server/auth/password-hash'
import { findSession, newSessionToken, startSession } from '@/server/auth/session-rows'
import { now } from '@/server/kernel/clock'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { addAnnounceableCase, addAnnouncingProject } from '@/test/announceable-case'
import { testDatabase } from '@/test/database'
import { addHandledCase } from '@/test/handled-case'
import { makeKeyPair } from '@/test/openpgp-key'
import { addReport } from '@/test/reporter'
import { addQuestion } from '@/test/requests'
import { value } from '@/test/team'

export const job = jobActor('a test')
export const password = 'four quiet green hills'

/** A desk on which every operation has something to work on. */
export async function hostileWorld() {
  const { db } = await testDatabase()
  const project = await addAnnouncingProject()
  const { slug, handler, lead, owner } = project
  const old = { name: '1.1.x', range: '>=1.1.0 <1.2.0', branch: '1.1.x', supportedFrom: '2025-01-01' }
  const { id: oldLine } = value(
    await addReleaseLine(lead, { project: slug, ...old, supportedUntil: '2026-06-30' }),
  )
  const contactEmail = 'fresh@example.net'
  const file = new File(['proof'], 'proof.txt')
  const fresh = await addReport(project, { contactEmail, attachments: [file] })
  const other = await addReport(project, { title: 'Another one' })
  const handled = await addHandledCase(project, handler)
  const ready = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  const readyReporter = await reporterOfCase(ready.id)
  const { row: request } = await addQuestion(project)
  const [credit] = await db.select().from(credits).where(eq(credits.caseId, ready.id))
  const [attachment] = await db.select().from(attachments).limit(1)
  const [mail] = await db.select().from(outgoingMails).limit(1)
  const { publicKey } = await makeKeyPair(undefined)
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(people.id, handler.personId))
  return {
    project,
    slug,
    handler,
    lead,
    owner,
    oldLine,
    line: project.lines[0] ?? '',
    fresh,
    other,
    handled,
    handledReporter: await reporterOfCase(handled.id),
    ready,
    readyReporter,
    request: request.id,
    credit: credit?.id ?? '',
    attachment: attachment?.id ?? '',
    mail: mail?.id ?? '',
    publicKey,
  }
}

export type HostileWorld = Awaited<ReturnType<typeof hostileWorld>>

/** What a receipt of the case’s report makes. */
async function reporterOfCase(caseId: string): Promise<Actor> {
  const { db } = await testDatabase()
  const row = await db.query.reports.findFirst({ where: (reports) => eq(reports.caseId, caseId) })
  return { kind: 'reporter', reportId: row?.id ?? '' }
}

/** A session of a person, as signing in by password makes one. */
export async function sessionOf(personId: string): Promise<string> {
  const { db, tx } = await testDatabase()
  const token = newSessionToken()
  const expires = new Date(Date.now() + 3_600_000)
  await tx((tx) =>
    startSession(
      { tx, now: now() },
      { token, personId, expires, browser: 'Firefox on Linux', by: 'password' },
    ),
  )
  return (await findSession(db, token))?.sessionId ?? ''
}

/** The version of a line’s row in a case. */
export async function seenLine(caseId: string, lineId: string): Promise<number> {
  const { db } = await testDatabase()
  const rows = await db.select().from(lineStatuses).where(eq(lineStatuses.caseId, caseId))
  return rows.find((row) => row.lineId === lineId)?.version ?? 1
}
