import type { Instant } from '@/lib/instant'
import { creditRoles, type CreditRole, type PublicCredit } from './credit-ledger'

/** What an announced advisory says for the acknowledgements. */
export interface CreditedAdvisory {
  id: string
  title: string
  publishedAt: Instant
  credits: readonly PublicCredit[]
}

/** Somebody who is thanked, with all they did in one year. */
export interface Acknowledged {
  /** As they wish to be named. */
  name: string
  link: string | null
  roles: CreditRole[]
  /** The latest first. */
  advisories: { id: string; title: string }[]
}

/** Everybody thanked in one year (of the announcement, in UTC). */
export interface AcknowledgedYear {
  year: number
  people: Acknowledged[]
  /** Credits of those who wish to stay anonymous. */
  anonymous: number
}

const isAnonymous = ({ name, link }: PublicCredit): boolean =>
  link === null && name.trim().toLowerCase() === 'anonymous'

/**
 * Who is thanked, by year and by person, the latest first. The same name with the same link is one person; the same name with
 * another link may be somebody else and stays apart. A year without any credit is left out.
 */
export function acknowledgements(advisories: readonly CreditedAdvisory[]): AcknowledgedYear[] {
  const years = new Map<number, { people: Map<string, Acknowledged>; anonymous: number }>()
  const latestFirst = advisories.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
  for (const { id, title, publishedAt, credits } of latestFirst) {
    const of = Number(publishedAt.slice(0, 4))
    const year = years.get(of) ?? { people: new Map<string, Acknowledged>(), anonymous: 0 }
    for (const credit of credits) {
      years.set(of, year)
      if (isAnonymous(credit)) year.anonymous += 1
      else thank(year.people, credit, { id, title })
    }
  }
  return [...years].map(([year, { people, anonymous }]) => ({
    year,
    people: [...people.values()],
    anonymous,
  }))
}

function thank(
  people: Map<string, Acknowledged>,
  { name, link, roles }: PublicCredit,
  advisory: { id: string; title: string },
): void {
  const key = JSON.stringify([name.normalize(), link])
  const known = people.get(key) ?? { name, link, roles: [], advisories: [] }
  known.roles = creditRoles.filter((role) => known.roles.includes(role) || roles.includes(role))
  if (!known.advisories.some(({ id }) => id === advisory.id)) known.advisories.push(advisory)
  people.set(key, known)
}
