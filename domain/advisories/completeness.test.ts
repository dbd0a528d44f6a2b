import { describe, expect, it } from 'vitest'
import { contents, draft, finder, fixedIn, status } from '@/test/sample-advisory'
import { emptyDraft } from './advisory-draft'
import { missingParts } from './completeness'

describe('what an advisory lacks', () => {
  const severity = contents([]).severity
  const lines = [fixedIn('2.4.x', '2.4.7')]
  const parts = (...args: Parameters<typeof missingParts>) => missingParts(...args).map(({ part }) => part)

  it('is everything at first, in the order of the page', () => {
    expect(parts(emptyDraft, null, [], [])).toEqual([
      'title',
      'summary',
      'impact',
      'affected_versions',
      'actions',
      'severity',
      'credit',
      'cve',
    ])
  })

  it('is nothing when all is there', () => {
    expect(parts(draft, severity, lines, [finder])).toEqual([])
  })

  it.each<[part: string, args: Parameters<typeof missingParts>, says: RegExp]>([
    ['credit', [draft, severity, lines, [{ ...finder, consent: 'asked' }]], /Not answered yet.*moth/],
    ['credit', [draft, severity, lines, [{ ...finder, consent: 'declined' }]], /credit nobody/],
    [
      'credit',
      [{ ...draft, creditDecision: 'nobody', noCreditReason: 'As wished.' }, severity, lines, [finder]],
      /moth accepted/,
    ],
    ['credit', [{ ...draft, creditDecision: 'nobody' }, severity, lines, []], /Say why/],
    ['affected_versions', [draft, severity, [status('2.4.x', { plan: null })], [finder]], /2\.4\.x/],
    ['cve', [{ ...draft, cveId: null }, severity, lines, [finder]], /CVE id/],
  ])('is %s', (part, args, says) => {
    const missing = missingParts(...args)
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatchObject({ part })
    expect(missing[0]?.reason).toMatch(says)
  })

  it('is not the consent of a tool, which gives none', () => {
    expect(
      parts(draft, severity, lines, [{ name: 'CodeQL', link: null, roles: ['tool'], consent: 'asked' }]),
    ).toEqual([])
  })
})
