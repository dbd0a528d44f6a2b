import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dependabotSamples, repositoryAdvisory } from '@/test/github-payloads'
import { readDependabotAlert, readRepositoryAdvisory } from './alert-content'

describe('readDependabotAlert', () => {
  it('reads every sample that GitHub gives', () => {
    const samples = dependabotSamples()
    expect(samples.length).toBeGreaterThanOrEqual(3)
    for (const sample of samples) expect(readDependabotAlert(sample).ok).toBe(true)
  })

  it('takes every fact over that the hook tells', () => {
    const created = dependabotSamples().find(({ action }) => action === 'created')
    expect(readDependabotAlert(created)).toEqual({
      ok: true,
      value: {
        source: 'dependabot',
        external: 'wolfy1339/pika-pack#20',
        state: 'open',
        changedAt: '2023-06-24T13:57:12.000Z',
        isReopening: false,
        rating: 'medium',
        content: {
          title: 'semver vulnerable to Regular Expression Denial of Service',
          description: expect.stringMatching(/^Versions of the package semver before 7\.5\.2/),
          dependency: 'npm semver',
          manifest: 'package-lock.json',
          vulnerableRange: '< 7.5.2',
          fixedIn: '7.5.2',
          identifiers: ['GHSA-c2qf-rxjj-qqgw', 'CVE-2022-25883'],
          cwes: ['CWE-1333'],
          vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L',
          repository: 'wolfy1339/pika-pack',
          url: 'https://github.com/wolfy1339/pika-pack/security/dependabot/20',
        },
      },
    })
  })

  it('refuses what is none, and links to nothing but https', () => {
    expect(readDependabotAlert({}).ok).toBe(false)
    fc.assert(fc.property(fc.jsonValue(), (value) => void readDependabotAlert(value)))
    const [sample] = dependabotSamples()
    sample!.alert.html_url = 'javascript:alert(1)'
    const read = readDependabotAlert(sample)
    expect(read.ok && read.value.content.url).toBe(null)
  })
})

describe('readRepositoryAdvisory', () =>
  it.each([
    ['triage', 'open'],
    ['draft', 'open'],
    ['published', 'open'],
    ['closed', 'dismissed'],
    ['withdrawn', 'dismissed'],
  ])('calls %s %s', (state, standing) => {
    const read = readRepositoryAdvisory(repositoryAdvisory({ state }))
    expect(read.ok && read.value).toMatchObject({
      source: 'repository_advisory',
      external: 'octocat/hello-world#GHSA-x1x1-y2y2-z3z3',
      state: standing,
      rating: 'high',
      content: { dependency: 'npm hello-world', fixedIn: '2.0.1', cwes: ['CWE-330'] },
    })
  }))
