import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, notifications, people, projects } from '@/db/schema'
import { teamNews, type TeamNews } from '@/domain/notifications/team-news'
import type { Instant } from '@/lib/instant'
import { casesInScope } from '@/server/cases/scope'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'

export interface NotificationRow {
  id: string
  kind: TeamNews
  says: string
  reference: string
  project: string
  /** Whom one stands in for. */
  insteadOf: string | null
  at: Instant
  isRead: boolean
}

/** How many are shown; older ones say nothing that the queue does not. */
export const mostShown = 100

/** Only of cases that the person may still see: what they may not see does not exist here either. */
const own = ({ actor }: Context, personId: string) =>
  and(eq(notifications.personId, personId), casesInScope(actor))

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
        project: projects.name,
        insteadOf: people.name,
        at: notifications.at,
        isRead: sql<boolean>`${notifications.readAt} is not null`,
      })
      .from(notifications)
      .innerJoin(cases, eq(cases.id, notifications.caseId))
      .innerJoin(projects, eq(projects.id, cases.projectId))
      .leftJoin(people, eq(people.id, notifications.insteadOf))
      .where(and(own(context, personId), show === 'unread' ? isNull(notifications.readAt) : undefined))
      .orderBy(desc(notifications.at), desc(notifications.id))
      .limit(mostShown)
    const rows = found.map((row) => ({ ...row, says: teamNews[row.kind].says }))
    return { rows, unread: await unreadOf(context, personId) }
  },
})

/** How many of one's notifications are unread. */
export const unreadNotifications = query({
  name: 'notifications.unread',
  input: z.object({}),
  may: 'list_cases',
  load: loadOwnAccount,
  run: async (context, _input, { personId }): Promise<{ unread: number }> => ({
    unread: await unreadOf(context, personId),
  }),
})

async function unreadOf(context: Context, personId: string): Promise<number> {
  const [row] = await context.tx
    .select({ unread: count() })
    .from(notifications)
    .innerJoin(cases, eq(cases.id, notifications.caseId))
    .where(and(own(context, personId), isNull(notifications.readAt)))
  return row?.unread ?? 0
}
