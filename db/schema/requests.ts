import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { requestKinds, requestStates } from '@/domain/requests/request'
import { cases } from './cases'
import { instant, randomId, sealed, secretHash } from './columns'
import { people } from './people'
import { policyVersions, projects, releaseLines } from './projects'

/** What anyone may ask of a project beside reporting: to test, to change the policy, to bring a fix to an older line. */
export const requests = pgTable(
  'requests',
  {
    id: randomId(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    kind: text({ enum: requestKinds }).notNull(),
    state: text({ enum: requestStates }).notNull().default('requested'),
    receivedAt: instant().notNull(),
    receiptHash: secretHash().notNull().unique(),
    /** Keyed hash of the form's own random key and of what it said: sent twice is one request. */
    submissionHash: secretHash().notNull().unique(),
    /** The policy in force when it was asked. */
    policyVersionId: uuid()
      .notNull()
      .references(() => policyVersions.id),
    /** What the form held, as sealed JSON (domain/requests). */
    content: sealed().notNull(),
    /** Name and address, as sealed JSON; null: only the receipt leads back. */
    contact: sealed(),
    /** A backport request: the case of the advisory, and the older line. */
    caseId: uuid().references(() => cases.id),
    lineId: uuid(),
    /** Whether it shows what the newer line breaks: only then the case waits for the team. Kept by server/requests/take-request.ts and add-evidence.ts. */
    hasEvidence: boolean().notNull().default(false),
    /** Conditions or a reason, sealed. */
    answer: sealed(),
    answeredBy: uuid().references(() => people.id),
    answeredAt: instant(),
    /** A suggestion that was taken: the version that holds it. */
    takenInVersion: integer(),
    version: integer().notNull().default(1),
    /** The language its asker used, for mails to them; one nobody speaks any more is read as English. */
    language: text().notNull().default('en'),
  },
  (table) => [
    foreignKey({ columns: [table.lineId], foreignColumns: [releaseLines.id] }),
    check(
      'requests_for_a_backport_name_case_and_line',
      sql`(${table.kind} = 'backport') = (${table.caseId} is not null) and (${table.kind} = 'backport') = (${table.lineId} is not null)`,
    ),
    check(
      'requests_answer_is_whole',
      sql`(${table.state} = 'requested') = (${table.answeredAt} is null) and (${table.answeredAt} is null) = (${table.answeredBy} is null) and (${table.answeredAt} is not null or ${table.answer} is null)`,
    ),
    check(
      'requests_state_fits_the_kind',
      sql`${table.state} = 'requested' or (${table.kind} = 'testing' and ${table.state} in ('allowed', 'not_allowed')) or (${table.kind} = 'policy' and ${table.state} in ('taken', 'not_taken')) or (${table.kind} = 'backport' and ${table.state} in ('accepted', 'declined'))`,
    ),
    check(
      'requests_taken_names_its_version',
      sql`(${table.state} = 'taken') = (${table.takenInVersion} is not null)`,
    ),
    index('requests_by_project').on(table.projectId, table.receivedAt),
    index('requests_by_case').on(table.caseId),
  ],
)
