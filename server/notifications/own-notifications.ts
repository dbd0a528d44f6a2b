import { and, count, desc, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { cases, incomingMails, notifications, people, projects, requests } from '@/db/schema'
import { sees } from '@/domain/access/relations-of'
import { teamNews, type TeamNews } from '@/domain/notifications/team-news'
import type { Instant } from '@/lib/instant'
import { casesInScope } from '@/server/cases/scope'
import { pathOf } from '@/server/cases/told-about'
import { instanceSubject } from '@/server/mail/load-mail'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { projectsInScope } from '@/server/projects/scope'
import { requestsInScope } from '@/server/requests/scope'

export interface NotificationRow {
  id: string
  kind: TeamNews
  says: string
  /** The case it is about; null: it is about a request, the project itself, or neither. */
  reference: string | null
  /** Where it is read. */
  path: string
  /** “the desk” where it is about no project. */
  project: string
  /** Whom one stands in for. */
  insteadOf: string | null
  at: Instant
  isRead: boolean
}

/** How many are shown; older ones say nothing that the queue does not. */
export const mostShown = 100

/** Only about what the person may still see: what they may not see does not exist here either. */
const own = ({ actor }: Context, personId: string) =>
  and(
    eq(notifications.personId, personId),
    or(
      and(isNotNull(cases.id), casesInScope(actor)),
      and(isNotNull(requests.id), requestsInScope(actor)),
      and(isNotNull(notifications.projectId), projectsInScope(actor)),
      sees(actor, instanceSubject) ? eq(notifications.kind, 'mail_waits') : undefined,
      eq(notifications.kind, 'absence_changed'),
    ),
  )

const ofCase = eq(cases.id, notifications.caseId)
const ofRequest = eq(requests.id, notifications.requestId)
const ofProject = eq(
  projects.id,
  sql`coalesce(${cases.projectId}, ${requests.projectId}, ${notifications.projectId})`,
)

/** One's own notifications, the newest first, or the unread alone. */
export const ownNotifications = query({
  name: 'notifications.own',
  input: z.object({ show: z.enum(['all', 'unread']).default('all') }),
  may: 'list_cases',
  load: loadOwnAccount,
  run: async (context, { show }, { personId }): Promise<{ rows: NotificationRow[]; unread: number }> => {
    const found = await context.tx
      .select({
        id: notifications.id,
        kind: notifications.kind,
        reference: cases.reference,
        requestId: notifications.requestId,
        slug: projects.slug,
        project: projects.name,
        insteadOf: people.name,
        at: notifications.at,
        isRead: sql<boolean>`${notifications.readAt} is not null`,
      })
      .from(notifications)
      .leftJoin(cases, ofCase)
      .leftJoin(requests, ofRequest)
      .leftJoin(projects, ofProject)
      .leftJoin(people, eq(people.id, notifications.insteadOf))
      .where(and(own(context, personId), show === 'unread' ? isNull(notifications.readAt) : undefined))
      .orderBy(desc(notifications.at), desc(notifications.id))
      .limit(mostShown)
    const rows = found.map(({ requestId, slug, project, ...row }) => ({
      ...row,
      project: project ?? 'the desk',
      says: teamNews[row.kind].says,
      path: row.reference
        ? pathOf.case(row.reference)
        : requestId
          ? pathOf.request(requestId)
          : slug
            ? pathOf.project(slug, row.kind)
            : row.kind === 'absence_changed'
              ? pathOf.ownAccount
              : pathOf.incomingMail,
    }))
    return { rows, unread: await unreadOf(context, personId) }
  },
})

export interface Unread {
  unread: number
  /** Mail that waits for an owner's decision and came since they last looked; nobody else is told of any. */
  waitingMails: number
}

/** How many of one's notifications are unread, and how many mails wait unseen. One statement. */
export const unreadNotifications = query({
  name: 'notifications.unread',
  input: z.object({}),
  may: 'list_cases',
  load: loadOwnAccount,
  run: async (context, _input, { personId }): Promise<Unread> => {
    const seesMail = sees(context.actor, instanceSubject)
    const [row] = await unreadRows(context, personId, {
      waitingMails: seesMail ? waitingMailsOf(personId) : sql<number>`0`,
    })
    return row ?? { unread: 0, waitingMails: 0 }
  },
})

/** From the mail on of which the owner was told and has not looked since. */
const waitingMailsOf = (personId: string) => sql<number>`(
  select count(*)::int from ${incomingMails} waiting
  where waiting.state in ('held', 'failed') and waiting.received_at >= (
    select min(told.received_at) from ${notifications} news
    join ${incomingMails} told on news.occasion = 'mail_waits:incoming:' || told.id
    where news.person_id = ${personId} and news.kind = 'mail_waits' and news.read_at is null
  ))`

async function unreadOf(context: Context, personId: string): Promise<number> {
  const [row] = await unreadRows(context, personId, {})
  return row?.unread ?? 0
}

const unreadRows = <Beside extends Record<string, SQL<number>>>(
  context: Context,
  personId: string,
  beside: Beside,
) =>
  context.tx
    .select({ unread: count(), ...beside })
    .from(notifications)
    .leftJoin(cases, ofCase)
    .leftJoin(requests, ofRequest)
    .leftJoin(projects, ofProject)
    .where(and(own(context, personId), isNull(notifications.readAt)))
