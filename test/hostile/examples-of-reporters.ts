import { askToVerify } from '@/server/cases/ask-to-verify'
import { proposeEmbargo } from '@/server/cases/answer-embargo'
import { shareDraft } from '@/server/cases/share-draft'
import { claimReport } from '@/server/reporters/claim-report'
import { mailMyReportsLink } from '@/server/reporters/mail-my-reports-link'
import { mailReceiptLinks } from '@/server/reporters/mail-receipt-links'
import { openMyReports } from '@/server/reporters/open-my-reports'
import { stopNewsKey } from '@/server/reports/stop-news-link'
import { testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { wholeReport } from '@/test/reporter'
import { wholeQuestion } from '@/test/requests'
import { anyone, value } from '@/test/team'
import type { Example, Examples } from './example'
import { job, type HostileWorld } from './world'

const words = 'Some words about it, more than a handful, so that it says something.'

const byReporter = ({ readyReporter }: HostileWorld, input: Record<string, unknown> = {}): Example => ({
  as: readyReporter,
  input,
})
const byAnyone = (input: Record<string, unknown> = {}): Example => ({ as: anyone, input })

async function secretMailed(pattern: RegExp): Promise<string> {
  const bodies = (await readMails()).map(({ body }) => pattern.exec(body)?.[1])
  return bodies.findLast((found) => found !== undefined) ?? ''
}
async function myReportsLink(): Promise<string> {
  value(await mailMyReportsLink(anyone, { address: 'moth@example.test' }))
  return secretMailed(/my-reports\/([\w-]+)/)
}
const ownSession = async () => value(await openMyReports(anyone, { token: await myReportsLink() })).session

export const examplesOfReporters: Examples = {
  'reports.submit': ({ project, publicKey }) =>
    byAnyone({
      ...wholeReport(project),
      reproduction: words,
      suggestedFix: words,
      affectedVersions: '1.2.0',
      disclosureDate: '2027-03-01T09:00',
      disclosureTimeZone: 'UTC',
      disclosureDays: '',
      creditAs: 'name',
      creditName: 'Robin',
      creditHandle: '@robin',
      creditLink: 'https://robin.example',
      creditRoles: ['finder'],
      trackingId: 'R-1',
      toldOthers: words,
      contactName: 'Robin',
      contactEmail: 'robin@example.net',
      reporterKey: publicKey,
      timeZone: 'UTC',
      solution: '',
      newsByMail: 'yes',
    }),
  'reports.askChallenge': ({ slug }) => byAnyone({ project: slug }),
  'reports.publicIntake': ({ slug }) => byAnyone({ project: slug }),
  'reports.publicStatistics': ({ slug }) => byAnyone({ project: slug }),
  'reports.welcome': ({ fresh }) => ({ as: job, input: { case: fresh.reference, report: fresh.reportId } }),
  'reporters.ownReport': (world) => byReporter(world),
  'reporters.ownAttachment': ({ fresh, attachment }) => ({ as: fresh.reporter, input: { file: attachment } }),
  'reporters.reply': (world) => byReporter(world, { body: words }),
  'reporters.remind': (world) => ({ ...byReporter(world), refusal: 'refused' }),
  'reporters.addTerms': (world) => byReporter(world, { seen: 1, trackingId: 'R-2', toldOthers: words }),
  'reporters.changeTerms': (world) =>
    byReporter(world, {
      seen: 1,
      disclosureDate: '2027-03-01T09:00',
      disclosureTimeZone: 'UTC',
      disclosureDays: '',
    }),
  'reporters.changeCredit': (world) =>
    byReporter(world, {
      seen: 1,
      creditAs: 'name',
      creditName: 'Robin',
      creditHandle: '@robin',
      creditLink: 'https://robin.example',
      creditRoles: ['finder'],
    }),
  'reporters.chooseNews': (world) => byReporter(world, { newsByMail: 'yes', address: 'new@example.net' }),
  'reporters.giveKey': (world) => byReporter(world, { key: world.publicKey }),
  'reporters.takeKeyBack': (world) => ({ ...byReporter(world), refusal: 'refused' }),
  'reporters.withdraw': ({ fresh }) => ({ as: fresh.reporter, input: { confirmed: 'on', reason: words } }),
  'reporters.proposeEmbargo': (world) => byReporter(world, { until: '2027-01-20T10:00', untilZone: 'UTC' }),
  'reporters.answerEmbargo': async (world) => {
    const named = { case: world.ready.reference, until: '2027-01-20T10:00', untilZone: 'UTC' }
    value(await proposeEmbargo(world.handler, named))
    const { db } = await testDatabase()
    const row = await db.query.embargoProposals.findFirst()
    return byReporter(world, { proposal: row?.id, accepted: 'no', answer: words })
  },
  'reporters.answerVerification': async (world) => {
    value(await askToVerify(world.handler, { case: world.ready.reference, line: world.line }))
    return byReporter(world, { line: world.line, result: 'vulnerable', words })
  },
  'reporters.ownDraft': async (world) => {
    value(await shareDraft(world.handler, { case: world.ready.reference }))
    return byReporter(world)
  },
  'reporters.commentDraft': async (world) => {
    value(await shareDraft(world.handler, { case: world.ready.reference }))
    return byReporter(world, { seen: 2, body: words })
  },
  'reporters.mailMyReportsLink': () => byAnyone({ address: 'moth@example.test' }),
  'reporters.mailReceiptLinks': () => byAnyone({ address: 'fresh@example.net' }),
  'reporters.openMyReports': async () => byAnyone({ token: await myReportsLink() }),
  'reporters.closeMyReports': async () => byAnyone({ session: await ownSession(), everywhere: true }),
  'reporters.myReports': async () => byAnyone({ session: await ownSession() }),
  'reporters.claim': async ({ fresh }) => byAnyone({ session: await ownSession(), receipt: fresh.receipt }),
  'reporters.dropClaim': async ({ fresh }) => {
    const session = await ownSession()
    value(await claimReport(anyone, { session, receipt: fresh.receipt }))
    return byAnyone({ session, report: fresh.reportId })
  },
  'reporters.renewReceipt': async () => {
    value(await mailReceiptLinks(anyone, { address: 'fresh@example.net' }))
    return byAnyone({ token: await secretMailed(/new-receipt\/([\w-]+)/) })
  },
  'reporters.stopNews': ({ fresh }) => byAnyone({ key: stopNewsKey(fresh.reportId) }),
  'requests.askBeforeTesting': ({ project }) =>
    byAnyone({ ...wholeQuestion(project), contactName: 'Robin', contactEmail: 'robin@example.net' }),
  'requests.suggestPolicyChange': ({ project }) => {
    const { submission } = wholeQuestion(project)
    const contact = { contactName: 'Robin', contactEmail: 'robin@example.net' }
    return byAnyone({ project: project.slug, submission, part: 'other', text: words, why: words, ...contact })
  },
  'requests.requestBackport': ({ project, oldLine }) => {
    const { submission } = wholeQuestion(project)
    const evidence = { breakingChange: words, demonstration: words }
    const contact = { contactName: 'Robin', contactEmail: 'robin@example.net' }
    const asked = { project: project.slug, submission, advisory: 'DDA-2026-AAAA-AAAA', line: oldLine }
    return { ...byAnyone({ ...asked, ...evidence, ...contact }), refusal: 'invalid' }
  },
  'requests.backportChoices': ({ slug }) => byAnyone({ project: slug }),
  'requests.own': ({ request }) => ({ as: { kind: 'reporter', reportId: request }, input: {} }),
  'requests.addEvidence': ({ request }) => ({
    as: { kind: 'reporter', reportId: request },
    input: { breakingChange: words, demonstration: words },
    refusal: 'refused',
  }),
  'requests.queue': ({ handler }) => ({ as: handler, input: { view: 'open', kind: 'testing' } }),
  'requests.view': ({ handler, request }) => ({ as: handler, input: { request } }),
  'requests.answerTesting': ({ handler, request }) => ({
    as: handler,
    input: { request, seen: 1, state: 'allowed', answer: words },
  }),
  'requests.answerSuggestion': ({ handler, request }) => ({
    as: handler,
    input: { request, seen: 1, state: 'not_taken', version: '', answer: words },
    refusal: 'refused',
  }),
  'requests.decideBackport': ({ handler, request }) => ({
    as: handler,
    input: { request, seen: 1, decision: 'decline', reason: words },
    refusal: 'not_found',
  }),
}
