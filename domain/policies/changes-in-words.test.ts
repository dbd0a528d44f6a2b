import { describe, expect, it } from 'vitest'
import { changesInWords } from './changes-in-words'
import { defaultTerms } from './default-terms'
import type { PolicyTerms } from './terms'

const base = { terms: defaultTerms, introduction: '' }
const changes = (terms: Partial<PolicyTerms>, introduction = '') =>
  changesInWords(base, { terms: { ...defaultTerms, ...terms }, introduction })

describe('changesInWords', () => {
  it('is empty for two versions that say the same', () => {
    expect(changes({})).toEqual([])
  })

  it('says only what differs within a list', () => {
    const scope = { ...defaultTerms.scope, inScope: ['One', 'Two'] }
    const later = { ...defaultTerms, scope: { ...scope, inScope: ['Two', 'Three'] } }
    expect(changesInWords({ ...base, terms: { ...defaultTerms, scope } }, { ...base, terms: later })).toEqual(
      [{ part: 'In scope', removed: ['One'], added: ['Three'] }],
    )
  })

  // One change in every part of the terms: none may pass unseen.
  const unseen: Array<[keyof PolicyTerms | 'introduction', string, Partial<PolicyTerms>, string?]> = [
    ['acknowledge', 'Acknowledgement', { acknowledge: null }],
    ['respond', 'Detailed response', { respond: null }],
    ['keepInformedEveryDays', 'Keeping informed', { keepInformedEveryDays: null }],
    ['silenceDays', 'Keeping informed', { silenceDays: 15 }],
    [
      'businessCalendar',
      'Time zone',
      { businessCalendar: { ...defaultTerms.businessCalendar, timeZone: 'Asia/Tokyo' } },
    ],
    [
      'businessCalendar',
      'Working time',
      { businessCalendar: { ...defaultTerms.businessCalendar, workingDays: [1] } },
    ],
    [
      'businessCalendar',
      'Holidays',
      {
        businessCalendar: {
          ...defaultTerms.businessCalendar,
          holidays: [{ date: '2026-12-24', name: 'Eve' }],
        },
      },
    ],
    [
      'businessCalendar',
      'Shutdowns',
      {
        businessCalendar: {
          ...defaultTerms.businessCalendar,
          shutdowns: [{ from: '2026-12-24', to: '2026-12-31', name: 'Break' }],
        },
      },
    ],
    ['announce', 'Announcement', { announce: { ...defaultTerms.announce, delayDays: 7 } }],
    ['announce', 'Announcing with care', { announce: { ...defaultTerms.announce, secondApproval: true } }],
    ['announce', 'Announcing with care', { announce: { ...defaultTerms.announce, avoidHolidays: false } }],
    ['embargo', 'Embargo', { embargo: { longestDays: 30 } }],
    ['backports', 'Backports', { backports: { lines: 'newest_only', olderMinors: 'never' } }],
    ['releaseKinds', 'Release kinds', { releaseKinds: ['patch'] }],
    [
      'reportMustHave',
      'What a report must have',
      { reportMustHave: { ...defaultTerms.reportMustHave, oneVulnerability: false } },
    ],
    ['scope', 'Out of scope', { scope: { ...defaultTerms.scope, outOfScope: ['Spam'] } }],
    [
      'scope',
      'Unsafe by design',
      {
        scope: { ...defaultTerms.scope, unsafeByDesign: [{ behaviour: 'Eval', documentedAt: 'the manual' }] },
      },
    ],
    ['scope', 'Prohibited testing', { scope: { ...defaultTerms.scope, prohibitedTesting: ['Phishing'] } }],
    ['safeHarbour', 'Safe harbour', { safeHarbour: null }],
    ['channels', 'Mail addresses', { channels: { ...defaultTerms.channels, mail: ['a@example.org'] } }],
    ['channels', 'Contact without encryption', { channels: { ...defaultTerms.channels, plainContact: 'x' } }],
    [
      'channels',
      'Encryption key',
      { channels: { ...defaultTerms.channels, encryptionKeyUrl: 'https://x.example' } },
    ],
    ['reporterMayPublishIfIgnored', 'Publishing when ignored', { reporterMayPublishIfIgnored: true }],
    ['feedback', 'Suggestions', { feedback: 'policy@example.org' }],
    ['introduction', 'Introduction', {}, 'Hello'],
  ]
  it.each(unseen)('sees a change of %s under “%s”', (_field, part, terms, introduction) => {
    expect(changes(terms, introduction).map((change) => change.part)).toEqual([part])
  })

  it('tries every part of the terms', () => {
    expect(new Set(unseen.map(([field]) => field))).toEqual(
      new Set([...Object.keys(defaultTerms), 'introduction']),
    )
  })
})
