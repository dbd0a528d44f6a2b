import { assignHandler } from '@/server/cases/assign-handler'
import { ownNotifications } from '@/server/notifications/own-notifications'
import { offerSetUp } from '@/server/people/set-up-link'
import { setAbsence } from '@/server/people/set-absence'
import { inviteToTeam } from '@/server/people/invite-to-team'
import { inviteOwner } from '@/server/people/invite-owner'
import { defaultTerms } from '@/domain/policies/default-terms'
import { publishKey } from '@/server/encryption/publish-key'
import { claimMail } from '@/server/mail/claim-mail'
import { beginIncoming } from '@/server/mail/incoming/begin-incoming'
import { parseMail } from '@/server/mail/incoming/parse-mail'
import { testDatabase } from '@/test/database'
import { storeMessage } from '@/test/mail-in'
import { anyone, value } from '@/test/team'
import { wholeText, writtenMail } from '@/test/written-mail'
import type { Example, Examples } from './example'
import { job, password, sessionOf, type HostileWorld } from './world'

const words = 'Some words about it, more than a handful, so that it says something.'
const nobody = '00000000-0000-4000-8000-000000000000'

const byLead = ({ lead, slug }: HostileWorld, input: object = {}): Example => ({
  as: lead,
  input: { project: slug, ...input },
})
const byOwner = ({ owner }: HostileWorld, input: Record<string, unknown> = {}): Example => ({
  as: owner,
  input,
})
const byJob = (input: Record<string, unknown> = {}): Example => ({ as: job, input })

async function projectVersion({ slug }: HostileWorld): Promise<number> {
  const { db } = await testDatabase()
  const row = await db.query.projects.findFirst({ where: (projects, { eq }) => eq(projects.slug, slug) })
  return row?.version ?? 1
}
async function policyNumber(): Promise<number> {
  const { db } = await testDatabase()
  const rows = await db.query.policyVersions.findMany()
  return Math.max(...rows.map(({ version }) => version))
}
async function publishedKey(world: HostileWorld): Promise<string> {
  return value(await publishKey(world.lead, { project: world.slug, key: world.publicKey })).fingerprint
}
const tokenOf = ({ link }: { link: string | null }) => link?.split('/').at(-1) ?? ''
async function invitation(world: HostileWorld, address?: string) {
  const made = value(
    await inviteToTeam(world.lead, { project: world.slug, role: 'handler', ...(address && { address }) }),
  )
  const { db } = await testDatabase()
  const row = await db.query.invitations.findFirst({
    orderBy: (invitations, { desc }) => desc(invitations.createdAt),
  })
  return { token: tokenOf(made), id: row?.id ?? '' }
}
async function claimed(world: HostileWorld): Promise<Record<string, unknown>> {
  const mail = value(await claimMail(job, { mailId: world.mail }))
  return { mailId: world.mail, attempt: mail?.attempt ?? 1 }
}
const incoming = async () =>
  (await storeMessage(writtenMail({ to: 'security@nowhere.test', body: wholeText }))) ?? nobody
const account = { name: 'Ada', address: 'ada@example.org', password, timeZone: 'UTC' }
const lineFacts = {
  name: '9.x',
  range: '>=9.0.0 <10.0.0',
  branch: '9.x',
  supportedFrom: '2026-01-01',
  supportedUntil: '2027-01-01',
}

/** Terms in which every list and every choice holds something. */
const wholeTerms = {
  ...defaultTerms,
  businessCalendar: {
    ...defaultTerms.businessCalendar,
    workingHours: { from: '09:00', to: '17:00' },
    holidayRegion: { country: 'DE', state: null },
    holidays: [{ date: '2026-12-28', name: 'A day of our own', isOwn: true }],
    shutdowns: [{ from: '2026-12-30', to: '2027-01-02', name: 'Away' }],
  },
  scope: {
    inScope: [words],
    outOfScope: [words],
    unsafeByDesign: [{ behaviour: words, documentedAt: 'https://marmotte.example.org/docs' }],
    prohibitedTesting: [words],
  },
  channels: {
    mail: ['security@marmotte.example.org'],
    plainContact: words,
    encryptionKeyUrl: 'https://marmotte.example.org/key.asc',
  },
  feedback: words,
}

const examplesOfProjects: Examples = {
  'projects.create': (world) =>
    byOwner(world, {
      name: 'Another',
      key: 'ANO',
      summary: words,
      repository: 'https://git.example.org/another',
      packages: 'pkg:npm/another',
      slug: 'another',
      leadId: '',
    }),
  'projects.change': async (world) =>
    byLead(world, {
      version: await projectVersion(world),
      name: 'Marmotte two',
      summary: words,
      repository: 'https://git.example.org/marmotte',
      packages: 'pkg:npm/marmotte',
    }),
  'projects.changeIntake': async (world) =>
    byLead(world, {
      version: await projectVersion(world),
      floodAbove: 30,
      pauseNotice: words,
    }),
  'projects.changeMailAddresses': async (world) =>
    byLead(world, { version: await projectVersion(world), addresses: 'security@marmotte.example.org' }),
  'projects.changeRota': async (world) =>
    byLead(world, {
      version: await projectVersion(world),
      turn1: world.handler.personId,
      startsOn: '2026-11-23',
      daysPerTurn: 7,
    }),
  'projects.chooseStatistics': async (world) =>
    byLead(world, { version: await projectVersion(world), statistics: [] }),
  'projects.addReleaseLine': (world) => byLead(world, lineFacts),
  'projects.changeReleaseLine': (world) => byLead(world, { ...lineFacts, line: world.oldLine, version: 1 }),
  'projects.removeReleaseLine': (world) => ({
    ...byLead(world, { line: world.oldLine }),
    refusal: 'refused',
  }),
  'projects.deskSecurityTxt': () => ({ as: anyone, input: {} }),
  'projects.intakeSettings': (world) => byLead(world),
  'projects.mailSettings': (world) => byLead(world),
  'projects.ofPerson': (world) => ({ as: world.lead, input: {} }),
  'projects.public': (world) => byLead(world),
  'projects.publicList': () => ({ as: anyone, input: {} }),
  'projects.securityMd': (world) => byLead(world),
  'projects.securityTxt': (world) => byLead(world),
  'projects.settings': (world) => byLead(world),
  'policies.change': async (world) =>
    byLead(world, { basedOn: await policyNumber(), terms: wholeTerms, introduction: words }),
  'policies.whatIf': (world) => byLead(world, { terms: wholeTerms }),
  'projects.chooseCraRole': async (world) =>
    byLead(world, { version: await projectVersion(world), role: 'manufacturer' }),
  'policies.history': (world) => byLead(world),
  'policies.readText': (world) => byLead(world, { text: '# Security\nWe acknowledge within 48 hours.' }),
  'encryption.settings': (world) => byLead(world),
  'encryption.publishKey': (world) => byLead(world, { key: world.publicKey }),
  'encryption.publicKey': async (world) => byLead(world, { fingerprint: await publishedKey(world) }),
  'encryption.removeKey': async (world) => byLead(world, { fingerprint: await publishedKey(world) }),
  'encryption.signSecurityTxt': (world) => ({ ...byLead(world, { signed: words }), refusal: 'refused' }),
  'encryption.unsignSecurityTxt': (world) => ({ ...byLead(world), refusal: 'refused' }),
  'encryption.sweep': () => byJob(),
}

const examplesOfPeople: Examples = {
  'people.acceptInvitation': async (world) => ({
    as: anyone,
    input: { token: (await invitation(world)).token, ...account },
  }),
  'people.invitationOfLink': async (world) => ({
    as: anyone,
    input: { token: (await invitation(world)).token },
  }),
  'people.joinByInvitation': async (world) => ({
    as: world.project.stranger,
    input: { token: (await invitation(world)).token },
  }),
  'people.inviteToTeam': (world) => byLead(world, { role: 'handler', address: 'ada@example.org' }),
  'people.inviteOwner': (world) => byOwner(world, { address: 'ada@example.org' }),
  'people.revokeInvitation': async (world) => byLead(world, { invitationId: (await invitation(world)).id }),
  'people.revokeOwnerInvitation': async (world) => {
    value(await inviteOwner(world.owner, { address: 'ada@example.org' }))
    const { db } = await testDatabase()
    const row = await db.query.invitations.findFirst()
    return byOwner(world, { invitationId: row?.id })
  },
  'people.openInvitations': (world) => byLead(world),
  'people.openInvitationsOfInstance': (world) => byOwner(world),
  'people.projectTeam': (world) => byLead(world),
  'people.peopleOfInstance': (world) => byOwner(world),
  'people.changeRole': (world) =>
    byLead(world, { personId: world.project.observer.personId, role: 'handler', handOverTo: '' }),
  'people.removeMember': (world) =>
    byLead(world, { personId: world.project.observer.personId, handOverTo: '' }),
  'people.removePerson': (world) =>
    byOwner(world, { personId: world.project.stranger.personId, handOverTo: '' }),
  'people.changeOwnership': (world) =>
    byOwner(world, { personId: world.project.stranger.personId, isOwner: 'on', handOverTo: '' }),
  'people.changePassword': async ({ handler }) => ({
    as: handler,
    input: {
      sessionId: await sessionOf(handler.personId),
      currentPassword: password,
      newPassword: 'three loud grey valleys',
    },
  }),
  'people.endSession': async ({ handler }) => ({
    as: handler,
    input: { sessionId: await sessionOf(handler.personId) },
  }),
  'people.endOtherSessions': async ({ handler }) => ({
    as: handler,
    input: { sessionId: await sessionOf(handler.personId) },
  }),
  'people.ownProfile': ({ handler }) => ({ as: handler, input: {} }),
  'people.ownSessions': ({ handler }) => ({ as: handler, input: {} }),
  'people.updateProfile': ({ handler }) => ({ as: handler, input: { name: 'Ada', timeZone: 'UTC' } }),
  'people.sendSignInLink': ({ handler }) => ({
    as: anyone,
    input: { address: `${handler.personId}@example.org`, to: '/console' },
  }),
  'people.offerSetUp': () => byJob(),
  'people.setUpInstance': async () => {
    const token = tokenOf(value(await offerSetUp(job, {})))
    return { as: anyone, input: { token: token || 'none', ...account }, refusal: 'not_found' }
  },
  'people.sweep': () => byJob(),
}

const examplesOfMail: Examples = {
  'mail.claim': (world) => byJob({ mailId: world.mail }),
  'mail.handOver': async (world) => byJob(await claimed(world)),
  'mail.recover': async (world) => byJob(await claimed(world)),
  'mail.settle': async (world) => ({
    ...byJob({ ...(await claimed(world)), delivery: { kind: 'deferred', reason: words } }),
    ownFields: ['delivery'],
  }),
  'mail.retry': (world) => ({ ...byOwner(world, { mailId: world.mail }), refusal: 'refused' }),
  'mail.sweep': () => byJob(),
  'mail.outbox': (world) => byOwner(world, { after: world.mail }),
  'mail.projectOutbox': (world) => byLead(world, { after: world.mail }),
  'jobs.list': (world) => byOwner(world, { state: 'waiting' }),
  'jobs.retry': (world) => ({ ...byOwner(world, { jobId: nobody }), refusal: 'not_found' }),
  'incoming.begin': async () => byJob({ mailId: await incoming() }),
  'incoming.known': () => byJob({ mailbox: 'security@imap.test/INBOX', uidValidity: '1', uids: [1] }),
  'incoming.list': (world) => byOwner(world, { after: nobody }),
  'incoming.mail': async (world) => byOwner(world, { mail: await incoming() }),
  'incoming.file': async (world) => byOwner(world, { mail: await incoming() }),
  'incoming.openHeld': async () => byJob({ mailId: await incoming() }),
  'incoming.readAgain': async (world) => ({
    ...byOwner(world, { mailId: await incoming() }),
    refusal: 'refused',
  }),
  'incoming.takeAsReport': async (world) => ({
    ...byOwner(world, { mailId: await incoming() }),
    refusal: 'refused',
  }),
  'incoming.store': () =>
    byJob({
      mailbox: 'security@imap.test/INBOX',
      uidValidity: '1',
      uid: 4000,
      raw: new Uint8Array(writtenMail()),
      isCut: false,
    }),
  'incoming.sweep': () => byJob(),
  'incoming.place': async () => ({
    ...byJob({ asReport: false, parsed: await parseMail(new Uint8Array(writtenMail())) }),
    ownFields: ['parsed'],
  }),
  'incoming.settle': async () => {
    const mailId = await incoming()
    value(await beginIncoming(job, { mailId }))
    const nothing = { projectId: null, address: null, reportId: null, caseId: null, about: null }
    const outcome = {
      ...nothing,
      receipt: null,
      answer: null,
      completes: null,
      bounce: null,
      isAnswer: false,
      isEncrypted: false,
    }
    return {
      ...byJob({ mailId, outcome: { ...outcome, state: 'held', reason: 'no_project' } }),
      ownFields: ['outcome'],
    }
  },
}

async function ownNotification({ handler, lead, fresh }: HostileWorld): Promise<string> {
  value(await assignHandler(lead, { case: fresh.reference, to: handler.personId }))
  return value(await ownNotifications(handler, {})).rows[0]?.id ?? ''
}
const absence = {
  startsAt: '2026-12-01T08:00',
  startsAtZone: 'Europe/Berlin',
  endsAt: '2026-12-05T08:00',
  endsAtZone: 'Europe/Berlin',
}
const examplesOfNews: Examples = {
  'notifications.own': ({ handler }) => ({ as: handler, input: { show: 'unread' } }),
  'notifications.unread': ({ handler }) => ({ as: handler, input: {} }),
  'notifications.ownChoices': ({ handler }) => ({ as: handler, input: {} }),
  'notifications.choose': ({ handler }) => ({
    as: handler,
    input: { console: ['reporter_replied'], mail: ['daily_digest'] },
  }),
  'notifications.markRead': async (world) => ({
    as: world.handler,
    input: { notification: await ownNotification(world) },
  }),
  'notifications.markAllRead': ({ handler }) => ({ as: handler, input: {} }),
  'notifications.markAlertsRead': ({ handler }) => ({ as: handler, input: {} }),
  'notifications.markMailRead': ({ handler }) => ({ as: handler, input: {} }),
  'notifications.markCaseRead': ({ handler, fresh }) => ({ as: handler, input: { case: fresh.reference } }),
  'people.ownAbsence': ({ handler }) => ({ as: handler, input: {} }),
  'people.setAbsence': ({ handler, lead, project }) => ({
    as: handler,
    input: { ...absence, standIn: lead.personId, [`standIn_${project.id}`]: lead.personId },
  }),
  'people.endAbsence': async ({ handler }) => {
    value(await setAbsence(handler, absence))
    return { as: handler, input: {} }
  },
  'people.absenceOf': (world) => byLead(world, { personId: world.handler.personId }),
  'people.setAbsenceOf': (world) =>
    byLead(world, {
      personId: world.handler.personId,
      ...absence,
      [`standIn_${world.project.id}`]: world.lead.personId,
    }),
  'people.endAbsenceOf': async (world) => {
    value(await setAbsence(world.handler, absence))
    return byLead(world, { personId: world.handler.personId })
  },
  'digests.send': ({ handler }) => byJob({ personId: handler.personId, day: '2026-11-23' }),
  'digests.sweep': () => byJob(),
}

export const examplesOfDesk: Examples = {
  ...examplesOfProjects,
  ...examplesOfPeople,
  ...examplesOfMail,
  ...examplesOfNews,
}
