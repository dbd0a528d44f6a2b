import { randomUUID } from 'node:crypto'
import { sign } from '@octokit/webhooks-methods'
import type { Dismissal } from '@/domain/alerts/alert'
import type { Instant } from '@/lib/instant'
import { alertQueue } from '@/server/alerts/alert-queue'
import { alertView } from '@/server/alerts/alert-view'
import { connectGithub } from '@/server/alerts/connect-github'
import { deliverHook } from '@/server/alerts/deliver-hook'
import { dismissAlert } from '@/server/alerts/triage-alert'
import { now } from '@/server/kernel/clock'
import { given } from '../desk'
import type { Act, Story } from '../play'

const repository = { full_name: 'example/marmotte' }

interface Dependency {
  number: number
  name: string
  manifest: string
  summary: string
  description: string
  range: string
  fixedIn: string
  severity: 'low' | 'medium' | 'high' | 'critical'
  cwe: string
}

const xmlReader: Dependency = {
  number: 14,
  name: 'meadow-xml',
  manifest: 'server/package-lock.json',
  summary: 'meadow-xml expands entities without end',
  description: 'A small document makes the parser write gigabytes into memory.',
  range: '< 4.2.1',
  fixedIn: '4.2.1',
  severity: 'high',
  cwe: 'CWE-776',
}
const testRunner: Dependency = {
  number: 11,
  name: 'burrow-test',
  manifest: 'package-lock.json',
  summary: 'burrow-test serves its report to the whole network',
  description: 'While tests are watched, the report is served on every address of the machine.',
  range: '>= 2.0.0, < 2.3.4',
  fixedIn: '2.3.4',
  severity: 'medium',
  cwe: 'CWE-668',
}

let secret = ''

const connects: Act = async ({ desk, project }) => {
  secret = given(await connectGithub(await desk.actor('tomas'), { project })).secret
}
const dismisses =
  (dismissal: Dismissal, reason: string): Act =>
  async ({ desk }) => {
    const lead = await desk.actor('tomas')
    const [waiting] = given(await alertQueue(lead, { view: 'open' })).alerts
    if (!waiting) throw new Error('No alert waits.')
    const { id, version } = given(await alertView(lead, { alert: waiting.id }))
    given(await dismissAlert(lead, { alert: id, seen: version, dismissal, reason }))
  }

/** What GitHub tells of: a dependency that was looked at, one that waits, and an advisory somebody opened over there. */
export const alerts: Story = {
  name: 'alerts',
  project: 'marmotte',
  course: [
    ['12d', connects],
    ['9d', delivers('dependabot_alert', (at) => dependabot(testRunner, at))],
    ['8d', dismisses('tolerable', 'It runs on developers’ machines only, behind their firewall.')],
    ['30h', delivers('dependabot_alert', (at) => dependabot(xmlReader, at))],
    ['20h', delivers('repository_advisory', advisory)],
  ],
}

/** As GitHub delivers: signed with the secret that the project was given. */
function delivers(event: string, payloadAt: (at: Instant) => object): Act {
  return async ({ project }) => {
    const body = JSON.stringify(payloadAt(now()))
    const headers = {
      'content-type': 'application/json',
      'x-github-event': event,
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': await sign(secret, body),
    }
    const answer = await deliverHook(
      new Request('http://localhost/', { method: 'POST', headers, body }),
      project,
    )
    if (!answer.ok) throw new Error(`The delivery was answered with ${answer.status}.`)
  }
}

function dependabot(of: Dependency, changedAt: Instant): object {
  return {
    action: 'created',
    alert: {
      number: of.number,
      state: 'open',
      dependency: {
        package: { ecosystem: 'npm', name: of.name },
        manifest_path: of.manifest,
        scope: 'runtime',
      },
      security_advisory: {
        ghsa_id: 'GHSA-0000-0000-0000',
        cve_id: null,
        summary: of.summary,
        description: of.description,
        severity: of.severity,
        identifiers: [],
        cvss: { vector_string: null, score: 0 },
        cwes: [{ cwe_id: of.cwe, name: '' }],
      },
      security_vulnerability: {
        package: { ecosystem: 'npm', name: of.name },
        severity: of.severity,
        vulnerable_version_range: of.range,
        first_patched_version: { identifier: of.fixedIn },
      },
      url: `https://api.github.com/repos/example/marmotte/dependabot/alerts/${of.number}`,
      html_url: `https://github.com/example/marmotte/security/dependabot/${of.number}`,
      created_at: changedAt,
      updated_at: changedAt,
      dismissed_at: null,
      dismissed_reason: null,
      dismissed_comment: null,
      fixed_at: null,
    },
    repository,
  }
}

function advisory(changedAt: Instant): object {
  return {
    action: 'reported',
    repository_advisory: {
      ghsa_id: 'GHSA-0000-0000-0001',
      cve_id: null,
      html_url: 'https://github.com/example/marmotte/security/advisories/GHSA-0000-0000-0001',
      summary: 'A link for guests still opens a folder that was closed again',
      description: 'The link is checked when it is made and never again.',
      severity: 'medium',
      state: 'triage',
      created_at: changedAt,
      updated_at: changedAt,
      identifiers: [],
      vulnerabilities: [
        {
          package: { ecosystem: 'npm', name: 'marmotte' },
          vulnerable_version_range: '>= 1.1.0',
          patched_versions: null,
          vulnerable_functions: [],
        },
      ],
      cvss: { vector_string: null, score: null },
      cwes: [{ cwe_id: 'CWE-613', name: '' }],
    },
    repository,
  }
}
