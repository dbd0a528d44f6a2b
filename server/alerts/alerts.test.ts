import { randomUUID } from 'node:crypto'
import { sign } from '@octokit/webhooks-methods'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { alerts, events, hookDeliveries, reports } from '@/db/schema'
import { advanceClock } from '@/test/clock'
import { hourMs } from '@/lib/instant'
import { resetDatabase, testDatabase } from '@/test/database'
import { dependabotSamples, repositoryAdvisory } from '@/test/github-payloads'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { choosableKinds } from '@/domain/notifications/choosable-kinds'
import { readMails } from '@/test/mails'
import { caseView } from '@/server/cases/case-view'
import { writeToReporter } from '@/server/cases/write-to-reporter'
import { chooseNotifications } from '@/server/notifications/choices'
import { markAlertsRead } from '@/server/notifications/mark-read'
import { ownNotifications } from '@/server/notifications/own-notifications'
import { verifyEvents } from '@/server/kernel/verify-events'
import { alertQueue } from './alert-queue'
import { alertView } from './alert-view'
import { connectGithub, disconnectGithub } from './connect-github'
import { deliverHook } from './deliver-hook'
import { dismissAlert, markAlertFixed, reopenAlert, takeAlert } from './triage-alert'

const { db } = await testDatabase()
beforeEach(resetDatabase)

type Project = Awaited<ReturnType<typeof addProject>>

async function connected() {
  const project = await addProject()
  const { secret } = value(await connectGithub(project.lead, { project: project.slug }))
  return { ...project, secret }
}

interface Delivery {
  event?: string
  delivery?: string
  secret?: string
  signature?: string
  type?: string
  body?: string
}

/** Sends a payload as GitHub does; what the desk answers. */
async function deliver(project: { slug: string; secret: string }, payload: unknown, more: Delivery = {}) {
  const body = more.body ?? JSON.stringify(payload)
  const headers = {
    'content-type': more.type ?? 'application/json',
    'x-github-event': more.event ?? 'dependabot_alert',
    'x-github-delivery': more.delivery ?? randomUUID(),
    'x-hub-signature-256': more.signature ?? (await sign(more.secret ?? project.secret, body)),
  }
  const request = new Request('http://localhost/hook', { method: 'POST', headers, body })
  const answer = await deliverHook(request, project.slug)
  return { status: answer.status, body: (await answer.json()) as { outcome?: string } }
}

/** The sample of one alert: created and fixed are of different alerts there, so here they are made of one. */
const sample = (state: string, changedAt: string, action = 'created') => {
  const payload = dependabotSamples().find((one) => one.action === 'created')!
  return { ...payload, action, alert: { ...payload.alert, state, updated_at: changedAt } }
}
const open = sample('open', '2026-11-20T08:00:00Z')
const queueOf = async (project: Project, view: 'open' | 'taken' | 'dismissed' | 'fixed' = 'open') =>
  value(await alertQueue(project.handler, { view })).alerts
const stored = async () => (await db.select().from(alerts))[0]!
const eventTypes = async () => (await db.select({ type: events.type }).from(events)).map(({ type }) => type)

describe('the team hears of alerts', () => {
  const alert = (number: number) => {
    const payload = sample('open', '2026-11-20T08:00:00Z')
    return { ...payload, alert: { ...payload.alert, number } }
  }
  const kindsOf = async (who: Project['handler']) =>
    value(await ownNotifications(who, {})).rows.map(({ kind, path }) => `${kind} ${path}`)

  it('once until they have looked, however many come', async () => {
    const project = await connected()
    for (const number of [1, 2, 3]) await deliver(project, alert(number))
    expect(await queueOf(project)).toHaveLength(3)
    expect(await kindsOf(project.handler)).toEqual(['alert_arrived /console/alerts'])
    expect(await readMails()).toHaveLength(2)
    value(await markAlertsRead(project.handler, {}))
    await deliver(project, alert(4))
    expect(await kindsOf(project.handler)).toHaveLength(2)
    expect(await kindsOf(project.lead)).toHaveLength(1)
    expect(await kindsOf(project.observer)).toEqual([])
  })

  it('not of what is told again about one they know', async () => {
    const project = await connected()
    await deliver(project, open)
    value(await markAlertsRead(project.handler, {}))
    await deliver(project, sample('open', '2026-11-20T08:30:00Z'))
    expect(await kindsOf(project.handler)).toHaveLength(1)
  })

  it('by one mail a day where they do not want it in the console', async () => {
    const project = await connected()
    const others = choosableKinds.filter((kind) => kind !== 'alert_arrived')
    value(await chooseNotifications(project.handler, { console: others, mail: [...choosableKinds] }))
    value(await chooseNotifications(project.lead, { console: [], mail: [] }))
    for (const number of [1, 2]) await deliver(project, alert(number))
    expect(await readMails()).toHaveLength(1)
    advanceClock(24 * hourMs)
    await deliver(project, alert(3))
    expect(await readMails()).toHaveLength(2)
  })
})

describe('a delivery of GitHub', () => {
  it('brings an alert that waits, sealed and recorded, and says to the team no more than that', async () => {
    const project = await connected()
    expect(await deliver(project, open)).toEqual({ status: 200, body: { outcome: 'taken' } })
    expect(await queueOf(project)).toMatchObject([
      {
        source: 'dependabot',
        title: 'semver vulnerable to Regular Expression Denial of Service',
        dependency: 'npm semver',
        rating: 'medium',
      },
    ])
    const [event] = await db.select().from(events).where(eq(events.type, 'alert_received'))
    expect(event?.actor).toMatchObject({ kind: 'machine', machine: 'github', name: 'GitHub' })
    const mails = await readMails()
    expect(mails.map(({ recipient }) => recipient.name).sort()).toEqual([
      'Handler of Marmotte',
      'Lead of Marmotte',
    ])
    for (const { subject, body } of mails) {
      expect(subject).toBe('GitHub tells of a new alert (Marmotte)')
      expect(body).toContain('/console/alerts')
      expect(body).not.toContain('semver')
    }
    expect(Buffer.from((await stored()).content).toString('latin1')).not.toContain('semver')
  })

  it('is read from every sample that GitHub gives', async () => {
    const project = await connected()
    for (const payload of dependabotSamples()) expect((await deliver(project, payload)).status).toBe(200)
    expect(await queueOf(project)).toHaveLength(1)
    expect(await queueOf(project, 'fixed')).toHaveLength(1)
  })

  it('counts once, however often it comes', async () => {
    const project = await connected()
    const delivery = randomUUID()
    expect((await deliver(project, open, { delivery })).body.outcome).toBe('taken')
    expect((await deliver(project, open, { delivery })).body.outcome).toBe('repeated')
    const answers = await Promise.all([1, 2, 3].map(() => deliver(project, open)))
    expect(answers.map(({ body }) => body.outcome)).toEqual(['stale', 'stale', 'stale'])
    expect(await db.select().from(alerts)).toHaveLength(1)
    expect((await eventTypes()).filter((type) => type === 'alert_received')).toHaveLength(1)
    expect(await db.select().from(hookDeliveries)).toHaveLength(4)
  })

  it('never puts an older state over a newer one', async () => {
    const project = await connected()
    await deliver(project, sample('fixed', '2026-11-20T08:30:00Z', 'fixed'))
    expect((await deliver(project, open)).body.outcome).toBe('stale')
    expect((await stored()).state).toBe('fixed')
    await deliver(project, sample('open', '2026-11-20T08:45:00Z', 'reintroduced'))
    expect((await stored()).state).toBe('open')
    await deliver(project, sample('auto_dismissed', '2026-11-20T08:50:00Z', 'auto_dismissed'))
    expect((await stored()).state).toBe('dismissed')
  })

  it('brings an advisory of the repository, and as a form too', async () => {
    const project = await connected()
    const event = 'repository_advisory'
    const body = new URLSearchParams({ payload: JSON.stringify(repositoryAdvisory()) }).toString()
    const type = 'application/x-www-form-urlencoded'
    expect((await deliver(project, null, { event, body, type })).status).toBe(200)
    expect(await queueOf(project)).toMatchObject([
      { source: 'repository_advisory', title: 'Session tokens can be guessed', rating: 'high' },
    ])
  })

  it('is not there for a wrong signature, another project’s secret, no hook, or no project', async () => {
    const project = await connected()
    const other = { ...(await addProject('Dynamoose', 'DYN')), secret: project.secret }
    const before = await eventTypes()
    const answers = [
      await deliver(project, open, { signature: 'sha256=00' }),
      await deliver(project, open, { signature: '' }),
      await deliver(project, open, { secret: 'guessed' }),
      await deliver(other, open),
      await deliver({ ...project, slug: 'nothing-here' }, open),
      await deliver({ ...project, slug: 'nothing-here' }, open, { body: '', signature: 'sha256=00' }),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
    expect(await eventTypes()).toEqual(before)
    expect(await db.select().from(alerts)).toEqual([])
  })

  it('is refused when it is too large, no JSON, or not what it says', async () => {
    const project = await connected()
    expect((await deliver(project, 'x'.repeat(1024 * 1024))).status).toBe(413)
    expect((await deliver(project, null, { body: '{' })).status).toBe(400)
    expect((await deliver(project, { action: 'created' })).status).toBe(422)
    expect((await deliver(project, open, { delivery: 'one' })).status).toBe(422)
    expect((await deliver(project, open, { event: 'push' })).body.outcome).toBe('ignored')
    expect(await db.select().from(alerts)).toEqual([])
  })
})

describe('the secret of the hook', () => {
  it('is sealed, is worth nothing after a new one, and ends with the connection', async () => {
    const project = await connected()
    const again = value(await connectGithub(project.lead, { project: project.slug }))
    expect((await deliver(project, open)).status).toBe(404)
    expect((await deliver({ ...project, ...again }, open)).status).toBe(200)
    value(await disconnectGithub(project.lead, { project: project.slug }))
    expect((await deliver({ ...project, ...again }, open)).status).toBe(404)
    expect(refusalOf(await disconnectGithub(project.lead, { project: project.slug }))).toBe('refused')
    expect(refusalOf(await connectGithub(project.handler, { project: project.slug }))).toBe('forbidden')
    expect(refusalOf(await connectGithub(project.stranger, { project: project.slug }))).toBe('not_found')
  })
})

describe('triage', () => {
  it('makes a case that its handler answers for, owes nobody an answer, and mails nobody', async () => {
    const project = await connected()
    await deliver(project, open)
    advanceClock(100 * hourMs)
    const { id, version } = await stored()
    const { reference } = value(await takeAlert(project.handler, { alert: id, seen: version }))
    const view = value(await caseView(project.handler, { case: reference }))
    expect(view).toMatchObject({
      title: 'semver vulnerable to Regular Expression Denial of Service',
      stage: 'acknowledged',
    })
    expect(JSON.stringify(view)).toContain('Fixed in: 7.5.2')
    expect(view.rating).toBeNull()
    expect(view.opinions).toMatchObject([
      { by: project.handler.name, severity: { rating: 'medium', cwes: ['CWE-1333'] } },
    ])
    expect(view.opinions[0]?.reason).toContain('As GitHub states it')
    expect(view.weaknesses.map(({ id }) => id)).toEqual(['CWE-1333'])
    expect(view.acts.reply_to_reporter.allowed).toBe(false)
    const [report] = await db.select().from(reports)
    expect(report).toMatchObject({ channel: 'dependency_alert', contact: null, contactHash: null })
    expect(refusalOf(await writeToReporter(project.handler, { case: reference, body: 'Hello?' }))).toBe(
      'refused',
    )
    // That an alert arrived is all that anybody was told.
    expect((await readMails()).filter(({ occasion }) => !occasion.startsWith('alert_arrived'))).toEqual([])
    expect(await queueOf(project, 'taken')).toHaveLength(1)
    expect(value(await alertView(project.observer, { alert: id })).decision).toMatchObject({
      by: project.handler.name,
      reference,
    })
    // GitHub sees it fixed: the case goes on.
    await deliver(project, sample('fixed', '2026-11-24T13:00:00Z', 'fixed'))
    expect(await stored()).toMatchObject({ state: 'taken', remoteState: 'fixed' })
    expect(await verifyEvents(db)).toMatchObject({ breaks: [] })
  })

  it('dismisses with a reason, calls fixed, puts back, and lets no decision overwrite another', async () => {
    const project = await connected()
    await deliver(project, open)
    const { id: alert } = await stored()
    const named = { alert, seen: 1 }
    expect(refusalOf(await dismissAlert(project.handler, { ...named, dismissal: 'tolerable' }))).toEqual([
      'invalid',
      'reason',
    ])
    value(await dismissAlert(project.handler, { ...named, dismissal: 'not_used' }))
    expect(refusalOf(await markAlertFixed(project.handler, { alert, seen: 2 }))).toBe('refused')
    value(await reopenAlert(project.handler, { alert, seen: 2 }))
    expect(refusalOf(await markAlertFixed(project.handler, named))).toBe('conflict')
    value(await markAlertFixed(project.handler, { alert, seen: 3, reason: 'In 1.2.3.' }))
    expect(value(await alertView(project.lead, { alert })).decision).toMatchObject({ reason: 'In 1.2.3.' })
    expect((await eventTypes()).filter((type) => type === 'alert_triaged')).toHaveLength(3)
  })

  it('waits again once GitHub names a version with the fix, where none was the reason to dismiss it', async () => {
    const project = await connected()
    const fixed = (changedAt: string, version: string | null) => {
      const payload = sample('open', changedAt) as unknown as { alert: { security_vulnerability: object } }
      const { alert } = payload
      const first_patched_version = version === null ? null : { identifier: version }
      const security_vulnerability = { ...alert.security_vulnerability, first_patched_version }
      return { ...payload, alert: { ...alert, security_vulnerability } }
    }
    await deliver(project, fixed('2026-11-20T08:00:00Z', null))
    const { id: alert } = await stored()
    value(await dismissAlert(project.handler, { alert, seen: 1, dismissal: 'no_fix_yet' }))
    await deliver(project, fixed('2026-11-21T08:00:00Z', null))
    expect(await stored()).toMatchObject({ state: 'dismissed', dismissal: 'no_fix_yet' })
    await deliver(project, fixed('2026-11-22T08:00:00Z', '7.5.2'))
    expect(await stored()).toMatchObject({ state: 'open', dismissal: null, settledBy: null })
    expect(await queueOf(project)).toHaveLength(1)
  })

  it('is for the team: observers look, strangers find nothing', async () => {
    const project = await connected()
    await deliver(project, open)
    const { id: alert } = await stored()
    expect(refusalOf(await takeAlert(project.observer, { alert, seen: 1 }))).toBe('forbidden')
    for (const actor of [project.stranger, anyone])
      expect(refusalOf(await alertView(actor, { alert }))).toBe('not_found')
    expect(value(await alertQueue(project.stranger, {})).views.open).toBe(0)
  })
})
