import type { Role } from '@/domain/access/actor'

/** The password of everybody in the demonstration. */
export const demoPassword = 'marmots whistle at noon'

interface Member {
  name: string
  address: string
  timeZone: string
  /** Role by the slug of the project. */
  roles: Record<string, Role>
}

/** The team of the demonstration. Nadia owns the desk. */
export const team = {
  nadia: { name: 'Nadia Berger', address: 'nadia@example.org', timeZone: 'Europe/Berlin', roles: {} },
  tomas: {
    name: 'Tomás Rivera',
    address: 'tomas@example.org',
    timeZone: 'Europe/Paris',
    roles: { marmotte: 'lead', dynamoose: 'lead' },
  },
  aisha: {
    name: 'Aisha Karim',
    address: 'aisha@example.org',
    timeZone: 'Europe/London',
    roles: { 'art-of-tech': 'lead', marmotte: 'handler', mantoso: 'handler' },
  },
  mei: {
    name: 'Mei Tan',
    address: 'mei@example.org',
    timeZone: 'Asia/Singapore',
    roles: { mantoso: 'lead', marmotte: 'handler', dynamoose: 'handler' },
  },
  jonas: {
    name: 'Jonas Lind',
    address: 'jonas@example.org',
    timeZone: 'Europe/Stockholm',
    roles: { pedro: 'lead', 'art-of-tech': 'handler' },
  },
  sam: {
    name: 'Sam Okoro',
    address: 'sam@example.org',
    timeZone: 'America/New_York',
    roles: { pedro: 'handler', marmotte: 'observer', 'art-of-tech': 'observer', mantoso: 'observer' },
  },
} satisfies Record<string, Member>

export type Teammate = keyof typeof team
export const teammates = Object.keys(team) as Teammate[]

/** The role of a teammate in a project; undefined: none. */
export const roleIn = (who: Teammate, project: string): Role | undefined =>
  (team[who].roles as Record<string, Role>)[project]
