import { and, eq, isNull } from 'drizzle-orm'
import { notifications, projects } from '@/db/schema'
import { channelsOf } from '@/domain/notifications/team-news'
import { tellPerson } from '@/server/cases/notices'
import { ownersOf, teamOf } from '@/server/cases/team'
import type { Context } from '@/server/kernel/context'
import { chosenChannels } from '@/server/notifications/choices'
import { absencesNow } from '@/server/people/absences-now'

/**
 * Tells the leads and handlers of a project that an alert arrived; nobody twice before they have looked, for a repository that turns
 * alerts on brings them by the hundred. Who does not want it in the console, where looking is seen, gets one mail a day at most.
 */
export async function tellOfAlert(context: Context, projectId: string, alertId: string): Promise<void> {
  const { tx, now } = context
  const [project] = await tx
    .select({ id: projects.id, name: projects.name, slug: projects.slug })
    .from(projects)
    .where(eq(projects.id, projectId))
  if (!project) throw new Error('An alert without its project.')
  const team = (await teamOf(context, projectId)).filter(({ role }) => role !== 'observer')
  const unread = await tx
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(
      and(
        eq(notifications.projectId, projectId),
        eq(notifications.kind, 'alert_arrived'),
        isNull(notifications.readAt),
      ),
    )
  const absences = await absencesNow(context)
  for (const person of team.length > 0 ? team : await ownersOf(context)) {
    if (unread.some(({ personId }) => personId === person.personId)) continue
    const chosen = await chosenChannels(context, person.personId, 'alert_arrived')
    const about = channelsOf('alert_arrived', chosen).console ? alertId : now.slice(0, 10)
    await tellPerson(context, { project }, person, 'alert_arrived', { about, absences })
  }
}
