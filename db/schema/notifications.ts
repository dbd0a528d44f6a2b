import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choosableKinds } from '@/domain/notifications/choosable-kinds'
import { teamNewsKinds } from '@/domain/notifications/team-news'
import { cases } from './cases'
import { instant, randomId } from './columns'
import { people } from './people'
import { projects } from './projects'
import { requests } from './requests'

/** That there is news about a case, a request, a project or (about none of them) the mail that came in or one's own account, for one person; what it is stands there. */
export const notifications = pgTable(
  'notifications',
  {
    id: randomId(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    caseId: uuid().references(() => cases.id),
    requestId: uuid().references(() => requests.id),
    projectId: uuid().references(() => projects.id),
    kind: text({ enum: teamNewsKinds }).notNull(),
    /** The same occasion is one notification, however often it is told. */
    occasion: text().notNull(),
    /** Whom this person stands in for. */
    insteadOf: uuid().references(() => people.id),
    at: instant().notNull(),
    readAt: instant(),
  },
  (table) => [
    check(
      'notifications_about_one_thing',
      sql`num_nonnulls(${table.caseId}, ${table.requestId}, ${table.projectId}) = case when ${table.kind} in ('mail_waits', 'absence_changed') then 0 else 1 end`,
    ),
    unique('notifications_once_per_occasion').on(table.personId, table.occasion),
    index('notifications_by_person').on(table.personId, table.at, table.id),
    index('notifications_unread')
      .on(table.personId)
      .where(sql`${table.readAt} is null`),
  ],
)

/** How a person wants to be told of a kind, where it is not as usual. */
export const notificationChoices = pgTable(
  'notification_choices',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: choosableKinds }).notNull(),
    console: boolean().notNull(),
    mail: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.kind] })],
)

/** The mornings on which a person's digests were made, whether there was something to say or not. */
export const digests = pgTable(
  'digests',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** In the person's own zone. */
    day: date().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.day] })],
)
