import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { roles } from '@/domain/access/actor'
import { instant, randomId, secretHash } from './columns'
import { projects } from './projects'

/** Accounts of the team. Reporters need none. */
export const people = pgTable(
  'people',
  {
    id: randomId(),
    name: text().notNull(),
    email: text().notNull(),
    passwordHash: text(),
    isOwner: boolean().notNull().default(false),
    timeZone: text().notNull().default('UTC'),
    createdAt: instant().notNull(),
    /** A removed person keeps their name on what they did, and reaches nothing. */
    removedAt: instant(),
  },
  (table) => [
    uniqueIndex('people_email_unique').on(sql`lower(${table.email})`),
    check('people_email_is_lower_case', sql`${table.email} = lower(${table.email})`),
  ],
)

export const memberships = pgTable(
  'memberships',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    role: text({ enum: roles }).notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.projectId] }),
    index('memberships_by_project').on(table.projectId),
  ],
)

/** An invitation by link. Without a project it makes an owner: the set-up link is the first of these. */
export const invitations = pgTable(
  'invitations',
  {
    id: randomId(),
    tokenHash: secretHash().notNull().unique(),
    projectId: uuid().references(() => projects.id),
    role: text({ enum: [...roles, 'owner'] }).notNull(),
    email: text(),
    invitedBy: uuid().references(() => people.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedBy: uuid().references(() => people.id),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [
    check('invitations_owner_has_no_project', sql`(${table.role} = 'owner') = (${table.projectId} is null)`),
    check(
      'invitations_accepted_by_someone',
      sql`(${table.acceptedAt} is null) = (${table.acceptedBy} is null)`,
    ),
    index('invitations_by_project').on(table.projectId),
  ],
)
