import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { acknowledgements, type CreditedAdvisory } from './acknowledgements'
import type { PublicCredit } from './credit-ledger'

const credit = (name: string, more: Partial<PublicCredit> = {}): PublicCredit => ({
  name,
  link: null,
  roles: ['finder'],
  ...more,
})
const advisory = (id: string, day: string, ...credits: PublicCredit[]): CreditedAdvisory => ({
  id,
  title: `Title of ${id}`,
  publishedAt: toInstant(`${day}T12:00:00Z`),
  credits,
})

describe('acknowledgements', () => {
  it('put one person together within a year, with all roles and advisories, the latest first', () => {
    const years = acknowledgements([
      advisory('A', '2025-03-01', credit('Ann')),
      advisory('B', '2026-01-01', credit('Ann', { roles: ['reporter'] }), credit('Bea')),
      advisory('C', '2026-02-01', credit('Ann', { roles: ['finder', 'tool'] })),
    ])
    expect(years.map(({ year }) => year)).toEqual([2026, 2025])
    expect(years[0]!.people).toEqual([
      {
        name: 'Ann',
        link: null,
        roles: ['finder', 'reporter', 'tool'],
        advisories: [
          { id: 'C', title: 'Title of C' },
          { id: 'B', title: 'Title of B' },
        ],
      },
      { name: 'Bea', link: null, roles: ['finder'], advisories: [{ id: 'B', title: 'Title of B' }] },
    ])
  })

  it('keep the same name with another link apart', () => {
    const [year] = acknowledgements([
      advisory('A', '2026-01-01', credit('Ann'), credit('Ann', { link: 'https://ann.example/' })),
    ])
    expect(year!.people.map(({ link }) => link)).toEqual([null, 'https://ann.example/'])
  })

  it('name an advisory once, though its ledger has two entries of the person', () => {
    const [year] = acknowledgements([
      advisory('A', '2026-01-01', credit('Ann'), credit('Ann', { roles: ['remediation_reviewer'] })),
    ])
    expect(year!.people).toMatchObject([
      { roles: ['finder', 'remediation_reviewer'], advisories: [{ id: 'A' }] },
    ])
  })

  it('count the anonymous instead of naming them, and leave out a year without credits', () => {
    expect(
      acknowledgements([
        advisory('A', '2024-01-01'),
        advisory('B', '2026-01-01', credit('Anonymous'), credit('anonymous')),
      ]),
    ).toEqual([{ year: 2026, people: [], anonymous: 2 }])
  })
})
