import { beforeEach, describe, expect, it } from 'vitest'
import { claimedReporter } from '@/server/auth/reporter-session-cookie'
import { sweepPeople } from '@/server/people/sweep-people'
import { jobActor } from '@/server/auth/job-actor'
import { reporterLinks, reporterSessions } from '@/db/schema'
import { dayMs, hourMs } from '@/lib/instant'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addReport } from '@/test/reporter'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { claimReport, dropClaim } from './claim-report'
import { mailMyReportsLink } from './mail-my-reports-link'
import { myReports } from './my-reports'
import { closeMyReports, openMyReports } from './open-my-reports'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const linksMailed = async (): Promise<string[]> =>
  (await readMails()).flatMap(({ body }) => /my-reports\/([\w-]+)/.exec(body)?.[1] ?? [])

/** Asks for a link and takes its secret from the mail. */
async function linkFor(address: string): Promise<string> {
  const before = await linksMailed()
  value(await mailMyReportsLink(anyone, { address }))
  return (await linksMailed()).find((link) => !before.includes(link)) ?? ''
}
const openFor = async (address: string) =>
  value(await openMyReports(anyone, { token: await linkFor(address) })).session

describe('a reporter’s own list', () => {
  it('opens by a mailed link and lists what was claimed by its receipt, in every browser of that address', async () => {
    const project = await addProject()
    const report = await addReport(project, { title: 'Reset tokens stay valid' })
    const session = await openFor('moth@example.test')
    expect(value(await myReports(anyone, { session }))).toEqual([])
    value(await claimReport(anyone, { session, receipt: report.receipt.toLowerCase() }))
    value(await claimReport(anyone, { session, receipt: report.receipt }))
    const listed = [
      expect.objectContaining({
        id: report.reportId,
        title: 'Reset tokens stay valid',
        reference: report.reference,
        stage: 'received',
      }),
    ]
    expect(value(await myReports(anyone, { session }))).toEqual(listed)
    const elsewhere = await openFor('Moth@Example.test ')
    expect(value(await myReports(anyone, { session: elsewhere }))).toEqual(listed)
    expect(await claimedReporter(elsewhere, report.reportId)).toEqual(report.reporter)
  })

  it('lists nothing by the address alone', async () => {
    const project = await addProject()
    const { reportId } = await addReport(project, { contactEmail: 'moth@example.test' })
    const session = await openFor('moth@example.test')
    expect(value(await myReports(anyone, { session }))).toEqual([])
    for (const none of [reportId, '-'.repeat(36), '0'.repeat(36), '\0', ''])
      expect(await claimedReporter(session, none)).toEqual(anyone)
  })

  it('is not there for another address, after it was closed, nor once it has expired', async () => {
    const project = await addProject()
    const { receipt, reportId } = await addReport(project)
    const session = await openFor('moth@example.test')
    value(await claimReport(anyone, { session, receipt }))
    const stranger = await openFor('other@example.test')
    expect(value(await myReports(anyone, { session: stranger }))).toEqual([])
    expect(await claimedReporter(stranger, reportId)).toEqual(anyone)
    expect(refusalOf(await dropClaim(anyone, { session: stranger, report: reportId }))).toBe('not_found')
    const second = await openFor('moth@example.test')
    value(await closeMyReports(anyone, { session }))
    expect(refusalOf(await myReports(anyone, { session }))).toBe('not_found')
    expect(await claimedReporter(session, reportId)).toEqual(anyone)
    value(await closeMyReports(anyone, { session: second, everywhere: true }))
    const third = await openFor('moth@example.test')
    advanceClock(31 * dayMs)
    expect(refusalOf(await myReports(anyone, { session: third }))).toBe('not_found')
    expect(await claimedReporter(third, reportId)).toEqual(anyone)
  })

  it('forgets a report that is taken off, and refuses a receipt that opens nothing', async () => {
    const { receipt, reportId } = await addReport(await addProject())
    const session = await openFor('moth@example.test')
    value(await claimReport(anyone, { session, receipt }))
    value(await dropClaim(anyone, { session, report: reportId }))
    expect(await claimedReporter(session, reportId)).toEqual(anyone)
    const wrong = { session, receipt: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH' }
    expect(refusalOf(await claimReport(anyone, wrong))).toEqual(['invalid', 'receipt'])
    expect(refusalOf(await claimReport(anyone, { session: 'none', receipt }))).toBe('not_found')
  })

  it('opens once per link, also when it is used twice at the same moment, and for two hours', async () => {
    const token = await linkFor('moth@example.test')
    const both = await Promise.all([openMyReports(anyone, { token }), openMyReports(anyone, { token })])
    expect(both.map((one) => refusalOf(one)).filter(Boolean)).toEqual(['refused'])
    const late = await linkFor('moth@example.test')
    advanceClock(2 * hourMs)
    expect(refusalOf(await openMyReports(anyone, { token: late }))).toBe('refused')
    expect(refusalOf(await openMyReports(anyone, { token: 'none' }))).toBe('refused')
  })

  it('leaves no link or session behind that opens nothing any more', async () => {
    await openFor('moth@example.test')
    advanceClock(31 * dayMs)
    value(await sweepPeople(jobActor('people.sweep'), {}))
    expect(await db.select().from(reporterLinks)).toEqual([])
    expect(await db.select().from(reporterSessions)).toEqual([])
  })
})
