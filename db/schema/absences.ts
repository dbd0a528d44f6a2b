import { sql } from 'drizzle-orm'
import { check, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { people } from './people'
import { projects } from './projects'

/** When somebody is out of office: the absence that is running or comes next, one for each person. */
export const absences = pgTable(
  'absences',
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** Takes what comes in every project that names nobody else. */
    standInId: uuid().references(() => people.id),
  },
  (table) => [
    check('absences_end_after_start', sql`${table.endsAt} > ${table.startsAt}`),
    check('absences_stand_in_is_another', sql`${table.standInId} <> ${table.personId}`),
  ],
)

/** Who stands in in one project. */
export const absenceStandIns = pgTable(
  'absence_stand_ins',
  {
    personId: uuid()
      .notNull()
      .references(() => absences.personId, { onDelete: 'cascade' }),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    standInId: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.projectId] }),
    check('absence_stand_ins_is_another', sql`${table.standInId} <> ${table.personId}`),
  ],
)
