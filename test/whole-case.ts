import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { alerts, cases, credits, embargoProposals, lineStatuses } from '@/db/schema'
import { dayMs, plusMs } from '@/lib/instant'
import { approveAdvisory } from '@/server/advisories/approve-advisory'
import { addCredit, changeCredit } from '@/server/advisories/change-credit'
import { editAdvisory } from '@/server/advisories/edit-advisory'
import { overrideGates, withdrawOverride } from '@/server/advisories/override-gates'
import { proposeEmbargo } from '@/server/cases/answer-embargo'
import { askToVerify } from '@/server/cases/ask-to-verify'
import { shareDraft } from '@/server/cases/share-draft'
import { receiveAlert } from '@/server/alerts/receive-alert'
import { dismissAlert } from '@/server/alerts/triage-alert'
import { beginAssessment } from '@/server/assessments/change-assessment'
import { acceptFinding, openFindingCase } from '@/server/assessments/settle-finding'
import { addFinding } from '@/server/assessments/write-finding'
import { keepDraft } from '@/server/attention/keep-draft'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { assignHandler } from '@/server/cases/assign-handler'
import { changeLine } from '@/server/cases/change-line'
import { changeTitle } from '@/server/cases/change-title'
import { choosePace } from '@/server/cases/choose-pace'
import { classifySeverity } from '@/server/cases/classify-severity'
import { confirmCase } from '@/server/cases/confirm-case'
import { recordAudit } from '@/server/cases/record-audit'
import { recordRelease, yankRelease } from '@/server/cases/record-release'
import { reopenCase, resolveCase } from '@/server/cases/resolve-case'
import { writeNote } from '@/server/cases/write-note'
import { askReporter, respondToReporter, writeToReporter } from '@/server/cases/write-to-reporter'
import { scoreSeverity } from '@/server/cases/score-severity'
import { tagCase } from '@/server/cases/tag-case'
import { shareView } from '@/server/views/keep-view'
import { splitReport } from '@/server/cases/split-report'
import { meetMilestone } from '@/server/exploitation/meet-milestone'
import { recordExploitation } from '@/server/exploitation/record-exploitation'
import { addTask } from '@/server/fixes/add-task'
import { writeReleaseNote } from '@/server/fixes/write-release-note'
import { now } from '@/server/kernel/clock'
import { addTerms } from '@/server/reports/add-terms'
import { answerVerification } from '@/server/reports/answer-verification'
import { changeOwnCredit } from '@/server/reports/change-own-credit'
import { answerOwnEmbargo } from '@/server/reports/negotiate-embargo'
import { commentDraft } from '@/server/reports/own-draft'
import { replyAsReporter } from '@/server/reports/reply-as-reporter'
import { answerTesting } from '@/server/requests/answer-request'
import { suggestPolicyChange } from '@/server/requests/suggest-policy-change'
import { handOverToUpstream } from '@/server/upstreams/hand-over-to-upstream'
import { recordUpstreamAnswer } from '@/server/upstreams/record-upstream-answer'
import type { Actor } from '@/domain/access/actor'
import { addAnnouncingProject } from './announceable-case'
import { testDatabase } from './database'
import { repositoryAdvisory } from './github-payloads'
import { makeKeyPair } from './openpgp-key'
import { addWelcomedReport, formKey } from './reporter'
import { addQuestion } from './requests'
import { anyone, value } from './team'

/** A word that stands nowhere else; `words` says where each was written. */
class Markers {
  readonly words = new Map<string, string>()
  at(place: string): string {
    const word = `marker${randomBytes(12).toString('hex')}`
    this.words.set(place, word)
    return word
  }
}

/** What of a whole case goes public, by where it was written. */
export const publicPlaces = [
  'title',
  'summary',
  'impact',
  'actions',
  'workarounds',
  'reference',
  'credit name',
].map((part) => `advisory ${part}`)

/**
 * A case through which everything went that people can write, each text with a word of its own; ready to be announced
 * but for the time to wait.
 */
export async function addWholeCase() {
  const { db } = await testDatabase()
  const markers = new Markers()
  const say = (place: string) =>
    `The template folder can be left by a crafted name, ${markers.at(place)}, which nothing cleans.`
  const project = await addAnnouncingProject()
  const { handler, lead } = project
  const file = (place: string) => new File([say(`${place} content`)], `${markers.at(`${place} name`)}.txt`)
  const address = (place: string) => `${markers.at(place)}@example.test`

  const ownKey = await makeKeyPair(`${markers.at('reporter key name')} <${address('reporter key address')}>`)
  const { reference, reporter, caseId } = await addWelcomedReport(project, {
    reporterKey: ownKey.publicKey,
    title: markers.at('report title'),
    description: say('report description'),
    impact: say('report impact'),
    reproduction: say('report reproduction'),
    suggestedFix: say('report suggested fix'),
    affectedVersions: markers.at('report versions'),
    toldOthers: say('report told others'),
    creditName: markers.at('report credit name'),
    creditHandle: markers.at('report credit handle'),
    creditLink: `https://example.org/${markers.at('report credit link')}`,
    trackingId: markers.at('report tracking id'),
    contactName: markers.at('contact name'),
    contactEmail: address('contact address'),
    attachments: [file('report attachment')],
  })
  const named = { case: reference }
  value(await acknowledgeCase(handler, named))
  value(await assignHandler(handler, { ...named, to: lead.personId, note: say('hand-over note') }))
  value(await assignHandler(lead, { ...named, to: handler.personId }))
  value(await writeToReporter(handler, { ...named, body: say('message') }))
  value(await respondToReporter(handler, { ...named, body: say('response'), nextStep: say('next step') }))
  value(await askReporter(handler, { ...named, body: say('question') }))
  value(await replyAsReporter(reporter, { body: say('reply'), attachments: [file('reply attachment')] }))
  value(
    await addTerms(reporter, {
      seen: 1,
      toldOthers: say('told others later'),
      trackingId: markers.at('later id'),
    }),
  )
  value(
    await changeOwnCredit(reporter, {
      seen: 2,
      creditAs: 'name',
      creditName: markers.at('changed credit name'),
      creditLink: `https://example.org/${markers.at('changed credit link')}`,
    }),
  )
  value(await writeNote(handler, { ...named, body: say('note') }))
  value(
    await keepDraft(handler, {
      ...named,
      writing: 'reply',
      body: say('unsent reply'),
      nextStep: say('unsent next step'),
    }),
  )
  value(await tagCase(handler, { ...named, label: markers.at('tag') }))
  const filters = `q=${markers.at('searched in a view')}`
  value(await shareView(handler, { project: project.slug, name: markers.at('view name'), filters }))
  value(await changeTitle(handler, { ...named, title: markers.at('title') }))

  const [first = '', second = ''] = project.lines
  const seen = async (line: string) => {
    const here = and(eq(lineStatuses.caseId, caseId), eq(lineStatuses.lineId, line))
    const [row] = await db.select().from(lineStatuses).where(here)
    return { ...named, line, seen: row?.version ?? 0 }
  }
  const fixUrl = `https://git.example.org/${markers.at('fix link')}`
  value(await changeLine(handler, { ...(await seen(first)), affectedness: 'affected', fixUrl }))
  const planReason = say('plan reason')
  value(
    await changeLine(handler, {
      ...(await seen(second)),
      affectedness: 'affected',
      plan: 'wont_fix',
      planReason,
    }),
  )
  value(await scoreSeverity(lead, { ...named, ratingAlone: 'low', reason: say('own assessment reason') }))
  value(
    await choosePace(handler, {
      ...named,
      exploitation: 'P',
      automatable: 'N',
      valueDensity: 'C',
      technicalImpact: 'T',
      safetyImpact: 'N',
    }),
  )
  value(await classifySeverity(handler, { ...named, ratingAlone: 'low' }))
  value(await confirmCase(handler, { ...named, reproduction: say('reproduction') }))
  const vector31 = 'CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:C/C:H/I:L/A:L'
  value(await classifySeverity(handler, { ...named, vector31, reason: say('severity reason') }))
  value(await addTask(handler, { ...named, text: say('task') }))
  const releaseNote = `{version} is a security fix. ${say('release note')}`
  value(await writeReleaseNote(handler, { ...named, moment: 'after', seen: 0, text: releaseNote }))
  const exploited = { knownSince: now(), words: say('exploitation') }
  value(await recordExploitation(handler, { ...named, ...exploited }))
  const early = { milestone: 'cra_early_warning' as const, sentAt: now() }
  value(await meetMilestone(handler, { ...named, ...early, reference: say('notification reference') }))
  value(await recordAudit(handler, { ...named, searched: say('audit searched'), found: say('audit found') }))
  const release = { version: '2.0.0', releasedAt: now(), url: 'https://git.example.org/releases/2.0.0' }
  value(
    await recordRelease(handler, { ...(await seen(first)), ...release, majorReason: say('major reason') }),
  )
  value(await yankRelease(handler, { ...(await seen(first)), reason: say('yank reason') }))
  value(
    await recordRelease(handler, { ...(await seen(first)), ...release, majorReason: say('major reason') }),
  )
  const until = plusMs(now(), 20 * dayMs)
  value(await proposeEmbargo(handler, { ...named, until }))
  const [proposal] = await db.select().from(embargoProposals)
  value(
    await answerOwnEmbargo(reporter, {
      proposal: proposal?.id ?? '',
      accepted: 'no',
      answer: say('answer to the embargo date'),
    }),
  )
  value(await shareDraft(handler, named))
  value(await commentDraft(reporter, { seen: 1, body: say('comment on the draft') }))
  value(await askToVerify(handler, { ...named, line: first, words: say('what to verify') }))
  value(await answerVerification(reporter, { line: first, result: 'verified', words: say('verified how') }))

  const [credit] = await db.select().from(credits).where(eq(credits.caseId, caseId))
  const finder = {
    name: markers.at('advisory credit name'),
    link: '',
    roles: ['finder' as const],
    consent: 'accepted' as const,
  }
  value(await changeCredit(handler, { ...named, credit: credit?.id ?? '', seen: 1, ...finder }))
  const declined = {
    name: markers.at('declined credit'),
    link: `https://example.org/${markers.at('declined link')}`,
  }
  value(await addCredit(handler, { ...named, ...declined, roles: ['analyst'], consent: 'declined' }))
  value(
    await editAdvisory(handler, {
      ...named,
      seen: 1,
      title: markers.at('advisory title'),
      summary: say('advisory summary'),
      impact: say('advisory impact'),
      actions: say('advisory actions'),
      workarounds: say('advisory workarounds'),
      references: `https://example.org/${markers.at('advisory reference')} Read more`,
      noCveReason: 'Requested.',
      noCreditReason: say('no credit reason'),
      creditDecision: 'as_in_ledger',
    }),
  )
  value(await overrideGates(lead, { ...named, ground: 'other', text: say('override reason') }))
  value(await withdrawOverride(lead, named))
  value(await approveAdvisory(lead, { ...named, seen: 2 }))
  const explanation = say('explanation')
  value(await resolveCase(handler, { ...named, kind: 'not_reproducible', explanation }))
  value(await reopenCase(handler, { ...named, reason: say('reason to reopen') }))
  await handsToUpstream(handler, named, say)
  await asksForMore(project, handler, say)
  await isAssessed(project, handler, say)
  await isToldOf(project, handler, say)
  const apart = { title: markers.at('split title'), explanation: say('split explanation') }
  value(await splitReport(handler, { ...named, ...apart }))
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId))
  if (!row) throw new Error('The case is gone.')
  return { project, reference, caseId, markers: markers.words, vector: vector31 }
}

type Say = (place: string) => string

async function handsToUpstream(handler: Actor, named: { case: string }, say: Say): Promise<void> {
  const told = { upstream: say('upstream'), channel: say('upstream channel'), toldAt: now() }
  const { handoverId } = value(await handOverToUpstream(handler, { ...named, ...told }))
  const answer = { handover: handoverId, seen: 1, answer: say('upstream answer') }
  value(await recordUpstreamAnswer(handler, { ...named, ...answer }))
}

/** What people ask of the project beside reporting, with an answer. */
async function asksForMore(project: { slug: string }, handler: Actor, say: Say): Promise<void> {
  const asked = {
    what: say('testing what'),
    where: say('testing where'),
    when: say('testing when'),
    how: say('testing how'),
    contactName: say('asker name'),
  }
  const { row } = await addQuestion(project, asked)
  const answer = { request: row.id, seen: 1, state: 'allowed' as const, answer: say('testing answer') }
  value(await answerTesting(handler, answer))
  const suggestion = { part: 'other' as const, text: say('suggested text'), why: say('suggested why') }
  value(await suggestPolicyChange(anyone, { project: project.slug, submission: formKey(), ...suggestion }))
}

/** A release of the project is assessed, with a finding that is accepted and one that becomes a case. */
async function isAssessed(project: { slug: string }, handler: Actor, say: Say): Promise<void> {
  const plan = {
    scope: say('assessment scope'),
    assessors: say('assessors'),
    method: say('assessment method'),
  }
  const begun = { project: project.slug, release: '1.2.9', ...plan }
  const { id: assessment } = value(await beginAssessment(handler, begun))
  const find = async (place: string) =>
    value(
      await addFinding(handler, {
        assessment,
        weakness: 'misconfiguration',
        rating: 'low',
        title: say(`${place} title`),
        description: say(`${place} description`),
      }),
    ).id
  const reason = say('reason to accept')
  value(await acceptFinding(handler, { finding: await find('accepted finding'), seen: 1, reason }))
  value(await openFindingCase(handler, { finding: await find('finding as a case'), seen: 1 }))
}

/** GitHub tells of an advisory of the project, which is dismissed with a reason; its secret is written nowhere either. */
async function isToldOf(
  project: { id: string; slug: string; lead: Actor },
  handler: Actor,
  say: Say,
): Promise<void> {
  const { db } = await testDatabase()
  const github: Actor = {
    kind: 'machine',
    machine: 'github',
    projectId: project.id,
    id: project.id,
    name: 'GitHub',
  }
  const payload = repositoryAdvisory({
    summary: say('alert title'),
    description: say('alert description'),
    vulnerabilities: [
      {
        package: { ecosystem: 'npm', name: say('alert dependency') },
        vulnerable_version_range: say('alert range'),
      },
    ],
  })
  const delivery = { project: project.id, delivery: randomUUID(), payload }
  value(await receiveAlert(github, { ...delivery, event: 'repository_advisory' }))
  const [row] = await db.select().from(alerts)
  const reason = say('reason to dismiss')
  value(await dismissAlert(handler, { alert: row?.id ?? '', seen: 1, dismissal: 'other', reason }))
}
