import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { ratings } from '@/domain/severity/rating'
import { isStopped, lintAfterAnnouncement, lintBeforeAnnouncement, type Secrets } from './leak-lint'
import { releaseNote } from './release-note'

const secrets: Secrets = {
  title: 'Template names escape the folder',
  identifiers: ['MAR-7K3QX', 'CVE-2026-12345'],
}
const found = (text: string) =>
  lintBeforeAnnouncement(text, secrets).map((finding) => [finding.kind, finding.found])

describe('the leak lint before the announcement', () => {
  it('A release note with the CVE id or “security fix” during the embargo: the lint stops it; after publication it demands it', () => {
    for (const note of ['2.4.7 fixes CVE-2026-12345.', '2.4.7 is a security fix.']) {
      expect(isStopped(lintBeforeAnnouncement(note, secrets))).toBe(true)
    }
    expect(lintAfterAnnouncement('2.4.7 is a security fix.')).toEqual([])
    expect(lintAfterAnnouncement('2.4.7 is a maintenance release.')).toMatchObject([
      { kind: 'not_said', level: 'stop' },
    ])
  })

  it.each<[text: string, kind: string, found: string]>([
    ['branch cve_2026_12345', 'identifier', 'cve_2026_12345'],
    ['see mar 7k3qx for why', 'identifier', 'mar 7k3qx'],
    ['Fixes GHSA-abcd-1234-wxyz', 'identifier', 'GHSA-abcd-1234-wxyz'],
    ['Another one: CVE-2025-0001', 'identifier', 'CVE-2025-0001'],
    ['covers CWE-22', 'identifier', 'CWE-22'],
    ['fixXSSInComments', 'give_away', 'XSS'],
    ['fix/path-traversal', 'give_away', 'path-traversal'],
    ['Prevent denial  of service', 'give_away', 'denial  of service'],
    ['Harden INSECURE defaults', 'give_away', 'INSECURE'],
    ['vulnerabilities', 'give_away', 'vulnerabilities'],
  ])('stops “%s”: %s', (text, kind, what) => {
    expect(found(text)).toContainEqual([kind, what])
    expect(isStopped(lintBeforeAnnouncement(text, secrets))).toBe(true)
  })

  it('points at the place', () => {
    const text = 'Tidy up – fixes an exploitable bug'
    const [finding] = lintBeforeAnnouncement(text, secrets)
    expect(finding?.index === null ? '' : text.slice(finding?.index)).toMatch(/^exploitable bug/)
  })

  it('only asks to look at one word of the title, and stops two', () => {
    expect(lintBeforeAnnouncement('Speed up the templates', secrets)).toMatchObject([
      { kind: 'title', level: 'look', found: 'templates' },
    ])
    expect(isStopped(lintBeforeAnnouncement('Check template names', secrets))).toBe(true)
  })

  it('says nothing of a text that says nothing', () => {
    expect(found('Bump the lockfile, mend typos in the docs, release 2.4.7')).toEqual([])
  })

  it('lets the link to the interim notice pass', () => {
    const url = 'https://desk.example.org/advisories/DDA-2026-7K3Q-X9AB'
    expect(isStopped(lintBeforeAnnouncement(`More: ${url}`, secrets))).toBe(true)
    expect(lintBeforeAnnouncement(`More: ${url}`, { ...secrets, allowedUrls: [url] })).toEqual([])
  })

  it('finds an identifier anywhere in any text, and reports only what stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom('-', '_', ' ', '.'), (before, after, joint) => {
        const text = `${before} ${['CVE', '2026', '12345'].join(joint)} ${after}`
        const findings = lintBeforeAnnouncement(text, secrets)
        expect(findings.some(({ kind }) => kind === 'identifier')).toBe(true)
        for (const finding of findings) {
          expect(text.slice(finding.index ?? -1).startsWith(finding.found)).toBe(true)
        }
      }),
    )
  })

  it('answers quickly for a very long text', () => {
    const text = 'security  '.repeat(2000) + ' '.repeat(20_000) + 'CVE-'.repeat(5000)
    expect(isStopped(lintBeforeAnnouncement(text, secrets))).toBe(true)
    expect(lintAfterAnnouncement(text)).toHaveLength(1)
  })
})

describe('the lint after the announcement', () => {
  it.each([
    ['2.4.7 is a security release', true],
    ['Fixes a vulnerability in the parser', true],
    ['Fixes two vulnerabilities', true],
    ['This security-update is recommended', false],
    ['This is not a security fix', false],
    ['no security fixes in this one', false],
    ['Improves things', false],
  ])('%s: %s', (text, said) => {
    expect(lintAfterAnnouncement(text)).toHaveLength(said ? 0 : 1)
  })
})

describe('release notes', () => {
  it('before the announcement pass the lint whatever the vulnerability is called', () => {
    const url = 'https://desk.example.org/advisories/DDA-2026-7K3Q-X9AB'
    const title = fc.oneof(fc.string(), fc.constantFrom('Update releases more', 'Maintenance', 'Security'))
    fc.assert(
      fc.property(title, fc.option(fc.constant(url)), (name, noticeUrl) => {
        const note = releaseNote({ moment: 'before', version: '2.4.7', lineName: '2.4.x', noticeUrl })
        expect(note).toContain('2.4.7')
        expect(
          lintBeforeAnnouncement(note, { title: name, identifiers: ['MAR-7K3QX'], allowedUrls: [url] }),
        ).toEqual([])
      }),
    )
  })

  it.each(ratings)('after it say that this is a security fix (%s)', (rating) => {
    const note = releaseNote({
      moment: 'after',
      version: '2.4.7',
      advisory: {
        id: 'DDA-2026-7K3Q-X9AB',
        title: 'Template names',
        url: 'https://example.org',
        cveId: null,
        rating,
      },
    })
    expect(lintAfterAnnouncement(note)).toEqual([])
    expect(note).toContain('DDA-2026-7K3Q-X9AB')
  })
})
