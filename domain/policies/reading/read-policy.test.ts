import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partNames, type Part } from './parts'
import { longestPolicy, readPolicy } from './read-policy'
import { wholePolicies } from './whole-policies'
import { writtenPolicies } from './written-policies'
import { writtenSentences } from './written-sentences'

const read = (text: string) => new Map(readPolicy(text).map((one) => [one.part, one]))
const valuesOf = (text: string, part: Part) =>
  read(text)
    .get(part)!
    .values.map(({ value }) => value)

/** Parts that promise something to a reporter: none may be read where none was made. */
const promised: readonly Part[] = [
  'acknowledge',
  'respond',
  'keepInformed',
  'silence',
  'mayPublish',
  'announceDelay',
  'embargo',
  'fix',
  'safeHarbourPromise',
]

describe('a policy nobody has seen', () => {
  it.each(writtenPolicies.map((policy) => [policy.name, policy] as const))('%s', (_name, policy) => {
    const parts = read(policy.text)
    const found = (part: Part) => parts.get(part)!.values.map(({ value }) => value)
    for (const part of partNames) {
      const said = policy.says[part]
      if (said) expect(found(part), part).toEqual(said)
      else if (promised.includes(part)) expect(found(part), part).toEqual([])
    }
    const contradictions = [...parts.values()].filter(({ state }) => state === 'contradiction')
    expect(contradictions.map(({ part }) => part)).toEqual(policy.contradicts ?? [])
  })

  it('quotes the sentence and its line', () => {
    const text = '# Security\n\nWelcome. We acknowledge reports\nwithin 24 hours. Thank you.\n\n- Second\n'
    expect(read(text).get('acknowledge')!.values).toEqual([
      {
        value: { hours: 24, counting: 'calendar' },
        confidence: 'sure',
        evidence: [{ sentence: 'We acknowledge reports within 24 hours.', line: 3, section: 'Security' }],
      },
    ])
  })

  it('marks what is an aim, for a person to confirm', () => {
    expect(read('We aim to acknowledge reports within 72 hours.').get('acknowledge')!.state).toBe('unsure')
    expect(read('We acknowledge reports within 72 hours.').get('acknowledge')!.state).toBe('found')
    expect(read('We like reports.').get('acknowledge')!.state).toBe('missing')
  })
})

describe('a whole policy', () => {
  it.each(wholePolicies.map((policy) => [policy.name, policy] as const))('%s', (_name, policy) => {
    for (const { part, state, values } of readPolicy(policy.text)) {
      const said = policy.says[part]
      if (said === undefined && !promised.includes(part)) continue
      expect(
        values.map(({ value }) => value),
        part,
      ).toEqual(said ?? [])
      const isSure = values.some(({ confidence }) => confidence === 'sure')
      expect([part, state === 'contradiction']).toEqual([part, policy.contradicts?.includes(part) ?? false])
      if (state === 'found' || state === 'unsure')
        expect([part, isSure]).toEqual([part, !policy.unsure?.includes(part)])
    }
  })
})

describe('a sentence on its own', () => {
  it.each(writtenSentences.map((sentence) => [sentence.text, sentence] as const))('%s', (_text, sentence) => {
    const parts = read(sentence.text)
    for (const part of partNames) {
      const said = sentence.says[part]
      const { values, state } = parts.get(part)!
      if (said === undefined && !promised.includes(part)) continue
      expect(
        values.map(({ value }) => value),
        part,
      ).toEqual(said ?? [])
      const isSure = values.some(({ confidence }) => confidence === 'sure')
      if (state !== 'missing') expect([part, isSure]).toEqual([part, !sentence.unsure?.includes(part)])
    }
  })
})

const folder = '../shared/seeds'
const hasSeeds = fs.existsSync(folder)
const seed = (file: string) => fs.readFileSync(`${folder}/${file}`, 'utf8')

describe.skipIf(!hasSeeds)(
  `the five policies the desk was made for${hasSeeds ? '' : ' (skipped: their texts are not here)'}`,
  () => {
    const calendar = (hours: number) => ({ hours, counting: 'calendar' })
    const withSpan = (hours: number) => ({ ...calendar(hours), countedFrom: 'received' })
    const contradictions = (text: string) =>
      readPolicy(text).flatMap(({ part, state }) => (state === 'contradiction' ? [part] : []))

    it('Mantoso: 24 and 48 hours, the whole report in the body, every maintained release', () => {
      const text = seed('000-mantoso.md')
      expect(valuesOf(text, 'acknowledge')).toEqual([calendar(24)])
      expect(valuesOf(text, 'respond')).toEqual([withSpan(48)])
      expect(valuesOf(text, 'completeInItself')).toEqual([true])
      expect(valuesOf(text, 'backports')).toEqual(['every_supported'])
      expect(valuesOf(text, 'thirdParty')).toEqual([true])
      expect(valuesOf(text, 'mail')).toEqual(['security@mantoso.com'])
      expect(valuesOf(text, 'feedback')).toEqual(['a pull request'])
      expect(valuesOf(text, 'embargo')).toEqual([])
      expect(contradictions(text)).toEqual([])
    })

    it('Pedro: as soon as possible, no other number, may publish when ignored, always credit, no payment', () => {
      const text = seed('001-pedro.md')
      expect(valuesOf(text, 'acknowledge')).toEqual([null])
      for (const part of ['respond', 'embargo', 'fix', 'keepInformed', 'backports'] as const)
        expect(valuesOf(text, part), part).toEqual([])
      expect(valuesOf(text, 'mayPublish')).toEqual([true])
      expect(valuesOf(text, 'credit')).toEqual(['always'])
      expect(valuesOf(text, 'bounty')).toEqual(['none'])
      expect(valuesOf(text, 'mail')).toEqual(['pedromiguelfilipesimoes@pm.me'])
      expect(contradictions(text)).toEqual([])
    })

    it('Art of Tech: 48 hours, then 48 in one section and 96 in another, both with their sentence', () => {
      const text = seed('002-art-of-tech.md')
      expect(valuesOf(text, 'acknowledge')).toEqual([calendar(48)])
      expect(contradictions(text)).toEqual(['respond'])
      expect(read(text).get('respond')!.values).toMatchObject([
        { value: withSpan(48), evidence: [{ line: 19, section: 'Reporting a Bug' }] },
        {
          value: withSpan(96),
          evidence: [
            {
              sentence: 'You will receive a more detailed response within 96 hours.',
              line: 61,
              section: 'How to submit a report',
            },
          ],
        },
      ])
      expect(valuesOf(text, 'oneVulnerability')).toEqual([true])
      expect(valuesOf(text, 'reportFields')).toEqual(['description', 'impact'])
      expect(valuesOf(text, 'unsafeByDesign')).toHaveLength(1)
      expect(valuesOf(text, 'inScope')[0]).toMatch(
        /^If you believe you’ve found a security issue in any software/,
      )
      expect(valuesOf(text, 'prohibitedTesting')).toEqual([
        'Social engineering (such as phishing, vishing, smishing) is prohibited',
      ])
      expect(valuesOf(text, 'safeHarbourConditions')).toHaveLength(5)
      expect(valuesOf(text, 'safeHarbourPromise')[0]).toMatch(/will not pursue civil action/)
      expect(valuesOf(text, 'backports')).toEqual(['every_supported'])
      expect(valuesOf(text, 'mail')).toEqual(['security@taotnpwaft.org'])
    })

    it('Dynamoose: 48 business hours without holidays, older minors on request, a key, a contact', () => {
      const text = seed('003-dynamoose.md')
      expect(valuesOf(text, 'acknowledge')).toEqual([{ hours: 48, counting: 'business' }])
      expect(valuesOf(text, 'holidaysExcluded')).toEqual([true])
      expect(valuesOf(text, 'respond')).toEqual([])
      expect(valuesOf(text, 'announceDelay')).toEqual([])
      expect(valuesOf(text, 'backports')).toEqual(['every_supported'])
      expect(valuesOf(text, 'olderMinors')).toEqual(['on_request'])
      expect(valuesOf(text, 'releaseKinds')).toEqual([['patch', 'minor']])
      expect(valuesOf(text, 'encryptionKey')).toEqual(['https://keybase.io/fishcharlie'])
      expect(valuesOf(text, 'webForm')).toEqual(['https://charlie.fish/contact'])
      expect(valuesOf(text, 'reportFields')).toEqual(['contact'])
      expect(contradictions(text)).toEqual([])
    })

    it('Marmotte: 48 and 96 hours, a week after the patch, and all supported versions against the latest only', () => {
      const text = seed('004-marmotte.md')
      expect(valuesOf(text, 'acknowledge')).toEqual([calendar(48)])
      expect(valuesOf(text, 'respond')).toEqual([withSpan(96)])
      expect(valuesOf(text, 'announceDelay')).toEqual([7])
      expect(contradictions(text)).toEqual(['backports'])
      expect(read(text).get('backports')!.values).toMatchObject([
        { value: 'every_supported', evidence: [{ line: 30 }, { line: 30 }, { line: 53 }] },
        { value: 'newest_only', evidence: [{ line: 43 }] },
      ])
      expect(valuesOf(text, 'supportedVersions')).toEqual([
        { versions: '1.0.x', isSupported: true },
        { versions: '< 1.0', isSupported: false },
      ])
      expect(valuesOf(text, 'reportFields')).toEqual(['description', 'impact', 'contact'])
      expect(valuesOf(text, 'reportOptional')).toEqual(['suggested fix'])
      expect(valuesOf(text, 'mail')).toEqual(['hello@marmotte.io'])
      expect(valuesOf(text, 'feedback')).toEqual(['hello@marmotte.io'])
    })
  },
)

describe('hostile text', () => {
  const filling = (piece: string) =>
    piece.repeat(Math.ceil(longestPolicy / piece.length)).slice(0, longestPolicy)
  const pieces = [
    'a', ' ', '\n', '@', 'a@', 'a@b.c ', '[', '[x](', '![', '<', '<a ', '<a href=', '&', '&#', '`', '*', '_a', '|', '|-|\n', '> ', '>', '- ', '#', '# a\n',
    '- a:\n  - ', '.', '. A', 'A. ', '1 ', '48 hours ', 'within 48 hours we acknowledge and ', 'if you do not ', 'you may publish if not ', 'security at ',
    'a at b dot c ', 'AT', 'aATbDOTc', ' dot ', '0123 ', 'AB:', '0x', 'not ', 'no guarantee ', 'we consider ', 'disclose until ', 'response ', 'acknowledge ',
    'keep you informed ', 'Monday to ', '9am to ', 'https://a.b/', '2026-12-24 to ', '<!--', '```\n', '=', '===\n', 'holidays of ', 'report should include a ', '(', 'documented at (', '🦫', '\ud800',
    'only the latest version is ', 'third-party modules report ', 'credit ', 'release as patch or minor security ', 'a couple of ', 'twenty-', 'one to ',
    'every week ', 'a hundred and ', '<table>\n', '<table><tr><td>', '<tr>', 'after the fix we wait ', 'a@NOSPAM.b ', '5.1 and ', '24h-', 'if you have not received a reply within 2 days ',
  ] // prettier-ignore

  it.each(pieces.map((piece) => [JSON.stringify(piece), piece]))(
    '64 kB of %s is read in well under a second',
    (_said, piece) => {
      const text = filling(piece)
      // The best of three: a busy machine makes no text hostile.
      const tookMs = [1, 2, 3].map(() => {
        const began = performance.now()
        readPolicy(text)
        return performance.now() - began
      })
      expect(Math.min(...tookMs)).toBeLessThan(900)
    },
  )

  it('never throws, whatever the text is', () => {
    const words = fc.constantFrom(...pieces, ...writtenPolicies.map(({ text }) => text.slice(0, 120)))
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (parts) => {
        expect(readPolicy(parts.join('')).map(({ part }) => part)).toEqual(partNames)
      }),
    )
  })

  it('reads no more than it says it does', () => {
    expect(
      valuesOf(`${' x'.repeat(longestPolicy / 2)}\n\nWe acknowledge reports within 24 hours.`, 'acknowledge'),
    ).toEqual([])
  })
})
