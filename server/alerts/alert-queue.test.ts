import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { alerts } from '@/db/schema'
import type { AlertContent } from '@/domain/alerts/alert-content'
import { chosenAlertText } from '@/domain/alerts/dismiss-several'
import type { Rating } from '@/domain/severity/rating'
import { minuteMs, plusMs } from '@/lib/instant'
import { advanceClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { instanceHistory } from '@/test/instance-history'
import { addPerson, addProject, value } from '@/test/team'
import { alertQueue, alertsOnPage } from './alert-queue'
import { sealAlertText } from './alert-record'
import { dismissSeveral } from './dismiss-several'
import { dismissAlert } from './triage-alert'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const content = (title: string): AlertContent => ({
  title,
  description: '',
  dependency: 'semver',
  manifest: null,
  vulnerableRange: null,
  fixedIn: null,
  identifiers: [],
  cwes: [],
  vector: null,
  repository: 'marmotte/marmotte',
  url: null,
})

/** Alerts that wait in a project, a minute apart; their ids, oldest first. */
async function addAlerts(projectId: string, count: number, rating: Rating | null = 'high') {
  const rows = Array.from({ length: count }, (_, index) => {
    const id = randomUUID()
    return {
      id,
      projectId,
      source: 'dependabot' as const,
      externalHash: id,
      content: sealAlertText(id, 'content', JSON.stringify(content(`Alert ${index}`))),
      rating,
      receivedAt: plusMs(testStart, index * minuteMs),
      remoteState: 'open' as const,
      remoteChangedAt: testStart,
    }
  })
  await db.insert(alerts).values(rows)
  return rows.map(({ id }) => id)
}

describe('alertQueue', () => {
  it('comes in pages, each alert on one of them, also while those before are decided', async () => {
    const { id, handler } = await addProject()
    const low = await addAlerts(id, alertsOnPage, 'low')
    const high = await addAlerts(id, 2)
    const first = value(await alertQueue(handler, {}))
    expect(first.alerts.map((one) => one.id)).toEqual([...high, ...low.slice(0, -2)])
    expect(first.next).toBe(low.at(-3))
    // The last one of the page, which the next page comes after, may be decided meanwhile.
    value(await dismissAlert(handler, { alert: first.next!, seen: 1, dismissal: 'not_used' }))
    const second = value(await alertQueue(handler, { after: first.next! }))
    expect(second.alerts.map((one) => one.id)).toEqual(low.slice(-2))
    expect(second.next).toBeNull()
  })

  it('comes in pages of what was decided too, the latest first', async () => {
    const { id, handler } = await addProject()
    const ids = await addAlerts(id, alertsOnPage + 1)
    for (const alert of ids) {
      advanceClock(minuteMs)
      value(await dismissAlert(handler, { alert, seen: 1, dismissal: 'not_used' }))
    }
    const first = value(await alertQueue(handler, { view: 'dismissed' }))
    expect(first.alerts.map((one) => one.id)).toEqual(ids.slice(1).reverse())
    const second = value(await alertQueue(handler, { view: 'dismissed', after: first.next! }))
    expect(second.alerts.map((one) => one.id)).toEqual([ids[0]])
  })

  it('is narrowed to a project, by its slug or its id; which have alerts is said beside', async () => {
    const marmotte = await addProject()
    const otter = await addProject('Otter', 'OTT')
    await addAlerts(marmotte.id, 2)
    const [ofOtter] = await addAlerts(otter.id, 1)
    const both = await addPerson('In both', { roles: { [marmotte.id]: 'observer', [otter.id]: 'handler' } })
    const projects = [
      { slug: marmotte.slug, name: 'Marmotte', count: 2 },
      { slug: otter.slug, name: 'Otter', count: 1 },
    ]
    const all = value(await alertQueue(both, {}))
    expect(all).toMatchObject({ projects, views: { open: 3 } })
    expect(all.alerts.filter(({ mayTriage }) => mayTriage).map(({ id }) => id)).toEqual([ofOtter])
    for (const project of [otter.slug, otter.id]) {
      const one = value(await alertQueue(both, { project }))
      expect(one).toMatchObject({ projects, views: { open: 1 } })
      expect(one.alerts.map(({ id }) => id)).toEqual([ofOtter])
    }
    // What one may not see does not exist, neither here nor beside.
    expect(value(await alertQueue(marmotte.handler, { project: otter.slug }))).toEqual({
      alerts: [],
      views: { open: 0, taken: 0, dismissed: 0, fixed: 0 },
      projects: [projects[0]],
      next: null,
    })
  })
})

describe('dismissSeveral', () => {
  const form = (alertTexts: readonly string[], fields: Record<string, string> = {}) => {
    const data = new FormData()
    for (const text of alertTexts) data.append('alert', text)
    for (const [name, text] of Object.entries(fields)) data.set(name, text)
    return data
  }
  const seen = (id: string, version = 1) => chosenAlertText({ id, version })
  const states = async () =>
    Object.fromEntries((await db.select().from(alerts)).map(({ id, state }) => [id, state]))

  it('dismisses each with the one reason, and records each', async () => {
    const { id, handler } = await addProject()
    const ids = await addAlerts(id, 3)
    const [first, second, third] = ids as [string, string, string]
    const reason = { dismissal: 'tolerable', reason: 'On developers’ machines only.' }
    const state = await dismissSeveral(handler, form([seen(first), seen(third)], reason))
    expect(state).toMatchObject({ status: 'done', message: '2 alerts are dismissed.' })
    expect(await states()).toEqual({ [first]: 'dismissed', [second]: 'open', [third]: 'dismissed' })
    const recorded = (await instanceHistory()).filter(({ type }) => type === 'alert_triaged')
    expect(recorded.map(({ data }) => data.alertId)).toEqual([first, third])
  })

  it('changes nothing without a choice, a reason, or its words, and keeps what was chosen', async () => {
    const { id, handler } = await addProject()
    const [first] = (await addAlerts(id, 1)) as [string]
    for (const [chosen, fields, field] of [
      [[], { dismissal: 'not_used' }, 'alert'],
      [[seen(first)], {}, 'dismissal'],
      [[seen(first)], { dismissal: 'tolerable', reason: '' }, 'reason'],
      [Array.from({ length: alertsOnPage + 1 }, (_, at) => `${at}:1`), { dismissal: 'not_used' }, 'alert'],
    ] as const) {
      const state = await dismissSeveral(handler, form(chosen, fields))
      expect(state.status).toBe('invalid')
      expect(Object.keys(state.fieldErrors)).toEqual([field])
      if (chosen.length === 1) expect(state.values.alert).toBe(seen(first))
    }
    expect(await states()).toEqual({ [first]: 'open' })
  })

  it('does for the others what it refuses for one: changed meanwhile, nobody’s, not theirs', async () => {
    const { id, handler, observer } = await addProject()
    const elsewhere = await addProject('Otter', 'OTT')
    const [first, second] = (await addAlerts(id, 2)) as [string, string]
    const [hidden] = (await addAlerts(elsewhere.id, 1)) as [string]
    const chosen = [seen(first), seen(second, 7), seen(hidden), 'nonsense']
    const state = await dismissSeveral(handler, form(chosen, { dismissal: 'not_used' }))
    expect(state.status).toBe('done')
    expect(state.message).toMatch(
      /^One alert is dismissed\. 3 were refused: The alert changed meanwhile\..* It is not there any more, or you may not see it\.$/,
    )
    expect(await states()).toEqual({ [first]: 'dismissed', [second]: 'open', [hidden]: 'open' })
    const observed = await dismissSeveral(observer, form([seen(second)], { dismissal: 'not_used' }))
    expect(observed).toMatchObject({ status: 'failed', message: expect.stringContaining('may triage') })
    expect((await states())[second]).toBe('open')
  })
})
