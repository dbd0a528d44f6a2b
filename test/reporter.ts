import { randomBytes } from 'node:crypto'
import type { Actor } from '@/domain/access/actor'
import { receiptHash } from '@/server/auth/receipt-hash'
import { jobActor } from '@/server/auth/job-actor'
import { submitReport } from '@/server/reports/submit-report'
import { welcomeReport } from '@/server/reports/welcome-report'
import { eq } from 'drizzle-orm'
import { reports } from '@/db/schema'
import { testDatabase } from './database'
import { anyone, value } from './team'

type Sent = Partial<Parameters<typeof submitReport>[1]>

/** The random key of one form. */
export const formKey = () => randomBytes(16).toString('base64url')

/** A whole report as a form sends it, nothing optional filled. */
export const wholeReport = (project: { slug: string }, more: Sent = {}): Parameters<typeof submitReport>[1] =>
  ({
    project: project.slug,
    submission: formKey(),
    title: 'Reset tokens stay valid',
    description:
      'A token for resetting the password still works after the password was changed with another one.',
    impact: 'Whoever once read a mail takes the account over again.',
    ...more,
  }) as Parameters<typeof submitReport>[1]

/** Sends a report; the reporter is the actor that its receipt makes. */
export async function addReport(project: { slug: string }, more: Sent = {}) {
  const sent = value(await submitReport(anyone, wholeReport(project, more)))
  const { db } = await testDatabase()
  const [row] = await db
    .select()
    .from(reports)
    .where(eq(reports.receiptHash, receiptHash(sent.receipt) ?? ''))
  if (!row) throw new Error('The report is not there.')
  const reporter: Actor = { kind: 'reporter', reportId: row.id }
  return { ...sent, reporter, reportId: row.id, caseId: row.caseId }
}

/** As `addReport`, with what the worker does next: both sides are greeted, and the case is found by its words. */
export async function addWelcomedReport(project: { slug: string }, more: Sent = {}) {
  const sent = await addReport(project, more)
  value(await welcomeReport(jobActor('cases.welcome'), { case: sent.caseId, report: sent.reportId }))
  return sent
}
