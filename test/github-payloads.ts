import { createRequire } from 'node:module'
import type Examples from '@octokit/webhooks-examples'

// The package is one JSON file, which not every loader of our tests takes by import.
const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as typeof Examples

type Payload = Record<string, unknown> & { action: string; alert: Record<string, unknown> }

/** GitHub's own sample deliveries of `dependabot_alert`. */
export const dependabotSamples = (): Payload[] =>
  structuredClone(
    examples.flatMap(({ name, examples: of }) => (name === 'dependabot_alert' ? of : [])),
  ) as unknown as Payload[]

/** A delivery of `repository_advisory`, after GitHub's description of it: the samples hold none. */
export const repositoryAdvisory = (more: object = {}, action = 'reported') => ({
  action,
  repository_advisory: {
    ghsa_id: 'GHSA-x1x1-y2y2-z3z3',
    cve_id: null,
    url: 'https://api.github.com/repos/octocat/hello-world/security-advisories/GHSA-x1x1-y2y2-z3z3',
    html_url: 'https://github.com/octocat/hello-world/security/advisories/GHSA-x1x1-y2y2-z3z3',
    summary: 'Session tokens can be guessed',
    description: 'Tokens are made of the time of day alone.',
    severity: 'high',
    state: 'triage',
    created_at: '2026-11-19T08:00:00Z',
    updated_at: '2026-11-19T08:00:00Z',
    published_at: null,
    closed_at: null,
    withdrawn_at: null,
    identifiers: [{ type: 'GHSA', value: 'GHSA-x1x1-y2y2-z3z3' }],
    vulnerabilities: [
      {
        package: { ecosystem: 'npm', name: 'hello-world' },
        vulnerable_version_range: '< 2.0.1',
        patched_versions: '2.0.1',
        vulnerable_functions: [],
      },
    ],
    cvss: { vector_string: null, score: null },
    cwes: [{ cwe_id: 'CWE-330', name: 'Use of Insufficiently Random Values' }],
    ...more,
  },
  repository: { id: 1, full_name: 'octocat/hello-world' },
  sender: { login: 'octocat' },
})
