import { randomUUID } from 'node:crypto'
import type { Actor } from '@/domain/access/actor'
import { connectGithub } from '@/server/alerts/connect-github'
import { receiveAlert } from '@/server/alerts/receive-alert'
import { dismissAlert } from '@/server/alerts/triage-alert'
import { beginAssessment, finishAssessment } from '@/server/assessments/change-assessment'
import { acceptFinding } from '@/server/assessments/settle-finding'
import { addFinding } from '@/server/assessments/write-finding'
import { makeGateToken } from '@/server/tokens/gate-tokens'
import { testDatabase } from '@/test/database'
import { repositoryAdvisory } from '@/test/github-payloads'
import { value } from '@/test/team'
import type { Examples } from './example'
import type { HostileWorld } from './world'

const words = 'Some words about it, more than a handful, so that it says something.'
const plan = { scope: words, assessors: words, method: words }
const found = {
  weakness: 'misconfiguration' as const,
  cwe: 'CWE-16',
  rating: 'low' as const,
  title: words,
  description: words,
}

const github = ({ project: { id } }: HostileWorld): Actor => ({
  kind: 'machine',
  machine: 'github',
  projectId: id,
  id,
  name: 'GitHub',
})
const delivery = (world: HostileWorld) => ({
  project: world.project.id,
  event: 'repository_advisory' as const,
  delivery: randomUUID(),
  payload: repositoryAdvisory(),
})

async function alert(world: HostileWorld): Promise<{ alert: string; seen: number }> {
  value(await receiveAlert(github(world), delivery(world)))
  const { db } = await testDatabase()
  const row = await db.query.alerts.findFirst()
  return { alert: row?.id ?? '', seen: 1 }
}
async function assessment({ handler, slug }: HostileWorld) {
  const { id } = value(await beginAssessment(handler, { project: slug, release: '1.2.9', ...plan }))
  return { assessment: id, seen: 1 }
}
async function finding(world: HostileWorld) {
  const { assessment: id } = await assessment(world)
  return { finding: value(await addFinding(world.handler, { assessment: id, ...found })).id, seen: 1 }
}

/** What programs send and ask, what is assessed, and what is counted. */
export const examplesOfSources: Examples = {
  'alerts.connectGithub': ({ lead, slug }) => ({ as: lead, input: { project: slug } }),
  'alerts.disconnectGithub': async ({ lead, slug }) => {
    value(await connectGithub(lead, { project: slug }))
    return { as: lead, input: { project: slug } }
  },
  'alerts.dismiss': async (world) => ({
    as: world.handler,
    input: { ...(await alert(world)), dismissal: 'other', reason: words },
  }),
  'alerts.markFixed': async (world) => ({
    as: world.handler,
    input: { ...(await alert(world)), reason: words },
  }),
  'alerts.queue': ({ handler, slug }) => ({ as: handler, input: { view: 'open', project: slug } }),
  'alerts.receive': (world) => ({ as: github(world), input: delivery(world), ownFields: ['payload'] }),
  'alerts.reopen': async (world) => {
    const named = await alert(world)
    value(await dismissAlert(world.handler, { ...named, dismissal: 'not_used' }))
    return { as: world.handler, input: { ...named, seen: 2 } }
  },
  'alerts.take': async (world) => ({ as: world.handler, input: await alert(world) }),
  'alerts.view': async (world) => ({
    as: world.handler,
    input: { alert: (await alert(world)).alert },
  }),
  'assessments.acceptFinding': async (world) => ({
    as: world.handler,
    input: { ...(await finding(world)), reason: words },
  }),
  'assessments.addFinding': async (world) => ({
    as: world.handler,
    input: { assessment: (await assessment(world)).assessment, ...found },
  }),
  'assessments.begin': ({ handler, slug }) => ({
    as: handler,
    input: { project: slug, release: '1.2.9', ...plan },
  }),
  'assessments.change': async (world) => ({
    as: world.handler,
    input: { ...(await assessment(world)), ...plan },
  }),
  'assessments.changeFinding': async (world) => ({
    as: world.handler,
    input: { ...(await finding(world)), ...found },
  }),
  'assessments.finish': async (world) => ({ as: world.handler, input: await assessment(world) }),
  'assessments.ofProject': ({ handler, slug }) => ({ as: handler, input: { project: slug } }),
  'assessments.openFindingCase': async (world) => ({ as: world.handler, input: await finding(world) }),
  'assessments.releaseGate': ({ handler, slug }) => ({
    as: handler,
    input: { project: slug, version: '1.2.9' },
  }),
  'assessments.reopen': async (world) => {
    const named = await assessment(world)
    value(await finishAssessment(world.handler, named))
    return { as: world.handler, input: { ...named, seen: 2 } }
  },
  'assessments.reopenFinding': async (world) => {
    const named = await finding(world)
    value(await acceptFinding(world.handler, { ...named, reason: words }))
    return { as: world.handler, input: { ...named, seen: 2, reason: words } }
  },
  'assessments.view': async (world) => ({
    as: world.handler,
    input: { assessment: (await assessment(world)).assessment },
  }),
  'numbers.ofProject': ({ handler, slug }) => ({
    as: handler,
    input: { project: slug, from: '2026-01-01', until: '2026-11-20' },
  }),
  'tokens.make': ({ lead, slug }) => ({ as: lead, input: { project: slug, name: words } }),
  'tokens.revoke': async ({ lead, slug }) => {
    value(await makeGateToken(lead, { project: slug, name: words }))
    const { db } = await testDatabase()
    const row = await db.query.gateTokens.findFirst()
    return { as: lead, input: { project: slug, token: row?.id ?? '' } }
  },
  'tokens.settings': ({ lead, slug }) => ({ as: lead, input: { project: slug } }),
}
