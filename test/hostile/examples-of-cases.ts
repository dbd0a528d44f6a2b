import { defaultTerms } from '@/domain/policies/default-terms'
import { dayMs, plusMs } from '@/lib/instant'
import { withdrawApproval } from '@/server/advisories/approve-advisory'
import { overrideGates } from '@/server/advisories/override-gates'
import { publishAdvisory } from '@/server/advisories/publish-advisory'
import { linkCase } from '@/server/cases/link-case'
import { resolveCase } from '@/server/cases/resolve-case'
import { shareDraft } from '@/server/cases/share-draft'
import { askReporter } from '@/server/cases/write-to-reporter'
import { dismissMilestone } from '@/server/exploitation/meet-milestone'
import { recordExploitation } from '@/server/exploitation/record-exploitation'
import { addTask } from '@/server/fixes/add-task'
import { now } from '@/server/kernel/clock'
import { changeIntake } from '@/server/projects/change-intake'
import { intakeSettings } from '@/server/projects/intake-settings'
import { proposeOwnEmbargo } from '@/server/reports/negotiate-embargo'
import { handOverToUpstream } from '@/server/upstreams/hand-over-to-upstream'
import { scheduleAt } from '@/test/announceable-case'
import { setClock, testStart } from '@/test/clock'
import { assignHandler } from '@/server/cases/assign-handler'
import { tagCase } from '@/server/cases/tag-case'
import { keepView } from '@/server/views/keep-view'
import { removeView } from '@/server/views/remove-view'
import { testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject, value } from '@/test/team'
import type { Example, Examples } from './example'
import { job, seenLine, type HostileWorld } from './world'

const words = 'Some words about it, more than a handful, so that it says something.'
const link = 'https://git.example.org/releases/1'

const known = '2026-11-19T10:00'
const early = 'cra_early_warning' as const
async function task(world: HostileWorld): Promise<string> {
  return value(await addTask(world.handler, { case: world.fresh.reference, text: words })).task
}
async function exploited(world: HostileWorld) {
  const facts = { case: world.fresh.reference, knownSince: known, knownSinceZone: 'UTC', words }
  value(await recordExploitation(world.handler, facts))
  return world
}

const onReady = ({ handler, ready }: HostileWorld, input: object = {}): Example => ({
  as: handler,
  input: { case: ready.reference, ...input },
})
const onFresh = ({ handler, fresh }: HostileWorld, input: object = {}): Example => ({
  as: handler,
  input: { case: fresh.reference, ...input },
})
const onHandled = ({ handler, handled }: HostileWorld, input: object = {}): Example => ({
  as: handler,
  input: { case: handled.reference, ...input },
})

async function scheduled(world: HostileWorld) {
  value(await scheduleAt(world.project, world.ready.reference, plusMs(testStart, 8 * dayMs)))
  return world
}
async function announced(world: HostileWorld) {
  await scheduled(world)
  setClock(plusMs(testStart, 8 * dayMs))
  value(await publishAdvisory(job, { case: world.ready.id }))
  return world
}
async function resolved(world: HostileWorld) {
  value(
    await resolveCase(world.handler, {
      case: world.handled.reference,
      kind: 'not_reproducible',
      explanation: words,
    }),
  )
  return world
}
async function held(world: HostileWorld) {
  const { project } = value(await intakeSettings(world.lead, { project: world.slug }))
  const intake = { isUnderAttack: 'on' as const, floodAbove: 30, version: project.version }
  value(await changeIntake(world.lead, { project: world.slug, ...intake }))
  return addReport(world.project)
}
async function handover(world: HostileWorld) {
  const told = { upstream: 'libcsv', channel: 'security@libcsv.example', toldAt: now() }
  const named = { case: world.handled.reference }
  return value(await handOverToUpstream(world.handler, { ...named, ...told })).handoverId
}
async function reporterProposal(world: HostileWorld): Promise<string> {
  value(await proposeOwnEmbargo(world.readyReporter, { until: '2027-06-20T10:00', untilZone: 'UTC' }))
  const { db } = await testDatabase()
  const row = await db.query.embargoProposals.findFirst()
  return row?.id ?? ''
}
async function onLine(world: HostileWorld, line: string, input: object): Promise<Example> {
  return onReady(world, { line, seen: await seenLine(world.ready.id, line), ...input })
}

async function onView({ handler }: HostileWorld, input: object = {}): Promise<Example> {
  const kept = value(await keepView(handler, { name: 'Mine', filters: 'view=mine&q=zebra' }))
  return { as: handler, input: { view: kept.id, ...input } }
}

export const examplesOfCases: Examples = {
  'advisories.preview': (world) => onReady(world),
  'advisories.approve': async (world) => {
    value(await withdrawApproval(world.lead, { case: world.ready.reference }))
    return { ...onReady(world, { seen: 2 }), as: world.lead }
  },
  'advisories.withdrawApproval': (world) => ({ ...onReady(world), as: world.lead }),
  'advisories.addCredit': (world) =>
    onReady(world, { name: 'Robin', link, roles: ['analyst'], consent: 'asked' }),
  'advisories.changeCredit': (world) =>
    onReady(world, { credit: world.credit, seen: 1, name: 'R', link, roles: ['finder'], consent: 'asked' }),
  'advisories.edit': (world) =>
    onReady(world, {
      seen: 2,
      title: 'Names escape',
      summary: words,
      impact: words,
      actions: words,
      workarounds: words,
      references: `${link} The release`,
      cveId: 'CVE-2026-12345',
      noCveReason: '',
      creditDecision: 'nobody',
      noCreditReason: words,
    }),
  'advisories.overrideGates': (world) => ({
    ...onReady(world, { ground: 'other', text: words }),
    as: world.lead,
  }),
  'advisories.withdrawOverride': async (world) => {
    value(await overrideGates(world.lead, { case: world.ready.reference, ground: 'other', text: words }))
    return { ...onReady(world), as: world.lead }
  },
  'advisories.publicAcknowledgements': ({ handler, slug }) => ({ as: handler, input: { project: slug } }),
  'advisories.publicList': ({ handler, slug }) => ({ as: handler, input: { project: slug, limit: 5 } }),
  'advisories.deskList': ({ handler }) => ({ as: handler, input: { limit: 5 } }),
  'advisories.public': async (world) => {
    await announced(world)
    const { db } = await testDatabase()
    const row = await db.query.advisories.findFirst()
    return { as: world.handler, input: { project: world.slug, advisory: row?.publicId ?? '', revision: 1 } }
  },
  'advisories.publish': async (world) => ({
    as: job,
    input: { case: (await scheduled(world)).ready.reference },
  }),
  'advisories.correct': async (world) => onReady(await announced(world), { note: words }),
  'advisories.withdraw': async (world) => onReady(await announced(world), { note: words }),
  'advisories.schedule': (world) =>
    onReady(world, { at: '2026-12-01T10:00', timeZone: 'UTC', warningsRead: 'on' }),
  'advisories.cancelSchedule': async (world) => onReady(await scheduled(world)),
  'cases.acknowledge': (world) => onFresh(world),
  'cases.answerEmbargo': async (world) =>
    onReady(world, { proposal: await reporterProposal(world), accepted: 'no', answer: words }),
  'cases.proposeEmbargo': (world) => onReady(world, { until: '2027-01-20T10:00', untilZone: 'UTC' }),
  'cases.askToResend': (world) => ({ ...onHandled(world), refusal: 'refused' }),
  'cases.askToVerify': (world) => onReady(world, { line: world.line, words }),
  'cases.assignHandler': (world) => onFresh(world, { to: world.lead.personId, from: '', note: words }),
  'cases.undoAssignment': async (world) => {
    const { fresh, lead } = world
    value(await assignHandler(lead, { case: fresh.reference, to: lead.personId, from: '' }))
    return onFresh(world, { to: lead.personId, from: '' })
  },
  'cases.tag': (world) => onFresh(world, { label: 'needs a CVE' }),
  'cases.untag': async (world) => {
    value(await tagCase(world.handler, { case: world.fresh.reference, label: 'needs a CVE' }))
    return onFresh(world, { label: 'Needs a CVE' })
  },
  'cases.chosen': ({ handler, fresh }) => ({ as: handler, input: { references: [fresh.reference] } }),
  'views.keep': ({ handler }) => ({ as: handler, input: { name: 'Mine', filters: 'view=mine&q=zebra' } }),
  'views.list': ({ handler }) => ({ as: handler, input: {} }),
  'views.share': ({ handler, slug }) => ({
    as: handler,
    input: { name: 'Ours', filters: 'q=zebra', project: slug },
  }),
  'views.rename': async (world) => onView(world, { name: 'Another name' }),
  'views.move': async (world) => onView(world, { by: 'down' }),
  'views.remove': async (world) => onView(world),
  'views.restore': async (world) => {
    const example = await onView(world)
    value(await removeView(world.handler, { view: String(example.input.view) }))
    return example
  },
  'cases.calendar': ({ handler }) => ({ as: handler, input: { month: '2026-11', timeZone: 'UTC' } }),
  'cases.calendarExport': ({ handler }) => ({ as: handler, input: {} }),
  'cases.mail': (world) => ({
    ...onFresh(world, { mail: '00000000-0000-4000-8000-000000000000' }),
    refusal: 'not_found',
  }),
  'cases.attachment': (world) => onFresh(world, { attachment: world.attachment }),
  'cases.queue': ({ handler, slug }) => ({
    as: handler,
    input: { project: slug, view: 'open', q: 'MAR', tag: 'urgent' },
  }),
  'cases.view': (world) => onReady(world),
  'cases.events': (world) => onReady(world),
  'cases.changeLine': (world) =>
    onFresh(world, {
      line: world.line,
      seen: 1,
      affectedness: 'affected',
      plan: 'wont_fix',
      planReason: words,
      introducedIn: '1.2.0',
      fixUrl: link,
    }),
  'cases.changeLines': (world) =>
    onFresh(world, {
      lines: [`${world.line}:1`],
      affectedness: 'affected',
      plan: 'wont_fix',
      planReason: words,
    }),
  'cases.addTask': (world) =>
    onFresh(world, { text: words, owner: '', due: '2026-11-25T10:00', dueZone: 'UTC' }),
  'cases.changeTask': async (world) =>
    onFresh(world, {
      task: await task(world),
      seen: 1,
      text: words,
      owner: world.lead.personId,
      due: '',
      dueZone: '',
    }),
  'cases.finishTask': async (world) => onFresh(world, { task: await task(world), seen: 1, isDone: 'on' }),
  'cases.tickEntry': (world) => onFresh(world, { entry: 'tests', isDone: 'on' }),
  'cases.checkText': (world) => onFresh(world, { kind: 'release_note', text: words }),
  'cases.writeReleaseNote': (world) => onFresh(world, { moment: 'before', seen: 0, text: 'Starts faster.' }),
  'cases.recordExploitation': (world) => onFresh(world, { knownSince: known, knownSinceZone: 'UTC', words }),
  'cases.withdrawExploitation': async (world) => onFresh(await exploited(world), { words }),
  'cases.meetMilestone': async (world) =>
    onFresh(await exploited(world), {
      milestone: early,
      sentAt: known,
      sentAtZone: 'UTC',
      reference: 'SRP-17',
    }),
  'cases.dismissMilestone': async (world) => onFresh(await exploited(world), { milestone: early, words }),
  'cases.reopenMilestone': async (world) => {
    await exploited(world)
    value(await dismissMilestone(world.handler, { case: world.fresh.reference, milestone: early, words }))
    return onFresh(world, { milestone: early, words })
  },
  'backports.releaseToCheck': (world) => ({
    as: job,
    input: { case: world.ready.reference, line: world.line },
  }),
  'backports.recordEvidence': (world) => ({
    as: job,
    input: {
      case: world.ready.reference,
      line: world.line,
      version: '1.2.7',
      package: '@marmotte/core',
      answer: { state: 'missing' },
    },
  }),
  'backports.sweep': () => ({ as: job, input: {} }),
  'cases.addParticipant': (world) =>
    onFresh(world, { email: `${world.project.stranger.personId}@example.org`, as: 'collaborator' }),
  'cases.removeParticipant': (world) => ({
    ...onFresh(world, { person: world.project.stranger.personId }),
    refusal: 'refused',
  }),
  'cases.changeTitle': (world) => onFresh(world, { title: 'A better title' }),
  'cases.restrict': (world) => onHandled(world, { isRestricted: 'on' }),
  'cases.classifySeverity': (world) =>
    onHandled(world, {
      vector40: '',
      vector31: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      cwes: 'CWE-22',
      reason: words,
      seen: '',
    }),
  'cases.confirm': async (world) => ({ ...onHandled(world, { reproduction: words }), refusal: 'refused' }),
  'cases.escalate': (world) => ({
    as: job,
    input: { case: world.fresh.reference },
    refusal: 'refused',
  }),
  'cases.link': (world) => onFresh(world, { ofCase: world.other.reference }),
  'cases.unlink': async (world) => {
    value(await linkCase(world.handler, { case: world.fresh.reference, ofCase: world.other.reference }))
    return onFresh(world)
  },
  'cases.passSilence': async (world) => {
    value(await askReporter(world.handler, { case: world.handled.reference, body: words }))
    setClock(plusMs(testStart, (defaultTerms.silenceDays + 1) * dayMs))
    return onHandled(world)
  },
  'cases.queueChoices': ({ handler }) => ({ as: handler, input: {} }),
  'cases.openAuditCase': (world) => onHandled(world, { title: words, what: words }),
  'cases.recordAudit': (world) => onHandled(world, { searched: words, found: words, seen: 0 }),
  'cases.recordRelease': (world) =>
    onLine(world, world.line, {
      version: '1.2.9',
      releasedAt: '2026-11-19T10:00',
      releasedAtZone: 'UTC',
      url: link,
      majorReason: words,
    }),
  'cases.yankRelease': (world) => onLine(world, world.line, { reason: words }),
  'cases.releaseHeld': async (world) => ({
    as: world.handler,
    input: { case: (await held(world)).reference },
  }),
  'cases.resolve': (world) =>
    onHandled(world, {
      kind: 'third_party',
      explanation: words,
      upstream: 'libcsv',
      toldWhere: 'security@libcsv.example',
      toldAt: '2026-11-19T10:00',
      toldAtZone: 'UTC',
    }),
  'cases.reopen': async (world) => onHandled(await resolved(world), { reason: words }),
  'cases.finish': async (world) => ({ ...onReady(await announced(world)), refusal: 'refused' }),
  'cases.shareDraft': (world) => onReady(world),
  'cases.unshareDraft': async (world) => {
    value(await shareDraft(world.handler, { case: world.ready.reference }))
    return onReady(world)
  },
  'cases.choosePace': (world) =>
    onHandled(world, {
      exploitation: 'P',
      automatable: 'N',
      valueDensity: 'D',
      technicalImpact: 'P',
      safetyImpact: 'N',
      missionImpact: '',
      seenPace: 0,
    }),
  'cases.scoreSeverity': (world) =>
    onHandled(world, {
      vector40: '',
      vector31: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      cwes: 'CWE-22',
      reason: words,
    }),
  'cases.similar': (world) => onHandled(world),
  'cases.handlerSuggestion': (world) => onHandled(world),
  'cases.move': async (world) => {
    const { slug } = await addProject('Weasel', 'WEA')
    return { ...onHandled(world, { to: slug, explanation: words }), as: world.owner }
  },
  'cases.followUp': async (world) =>
    onReady(await announced(world), { existing: '', title: words, what: words }),
  'search.indexMissing': () => ({ as: job, input: {} }),
  'severity.findWeaknesses': ({ handler }) => ({ as: handler, input: { q: 'injection' } }),
  'cases.split': (world) => onHandled(world, { title: 'The second one', explanation: words }),
  'cases.sweep': () => ({ as: job, input: {} }),
  'attention.look': (world) =>
    onFresh(world, { page: '6f1c2c9e-2f0a-4a63-9d5e-3b6f4a1d2c3b', readTo: 1, writing: 'note' }),
  'attention.leave': (world) => onFresh(world, { page: '6f1c2c9e-2f0a-4a63-9d5e-3b6f4a1d2c3b' }),
  'attention.lookers': (world) => onFresh(world),
  'attention.keepUnread': (world) => onFresh(world),
  'drafts.keep': (world) =>
    onFresh(world, { writing: 'reply', seen: 0, kind: 'response', body: words, nextStep: words }),
  'drafts.discard': (world) => onFresh(world, { writing: 'note' }),
  'cases.writeNote': (world) => onFresh(world, { body: words }),
  'cases.writeToReporter': (world) => onFresh(world, { body: words }),
  'cases.respondToReporter': (world) => onFresh(world, { body: words, nextStep: words }),
  'cases.askReporter': (world) => onFresh(world, { body: words }),
  'upstreams.pack': (world) => onHandled(world),
  'upstreams.chase': async (world) => ({
    as: job,
    input: { case: world.handled.reference, handover: await handover(world) },
  }),
  'upstreams.handOver': (world) =>
    onHandled(world, {
      upstream: 'libcsv',
      channel: 'security@libcsv.example',
      toldAt: '2026-11-19T10:00',
      toldAtZone: 'UTC',
      chaseAt: '2026-11-29T10:00',
      chaseAtZone: 'UTC',
    }),
  'upstreams.askAgain': async (world) =>
    onHandled(world, {
      handover: await handover(world),
      seen: 1,
      askedAt: now(),
      chaseAt: '2026-11-29T10:00',
      chaseAtZone: 'UTC',
    }),
  'upstreams.stopAsking': async (world) =>
    onHandled(world, { handover: await handover(world), seen: 1, reason: words }),
  'upstreams.recordAnswer': async (world) =>
    onHandled(world, { handover: await handover(world), seen: 1, answer: words }),
}
