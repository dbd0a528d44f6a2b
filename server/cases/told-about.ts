import type { TeamNews } from '@/domain/notifications/team-news'
import type { FoundCase } from './load-case'

/** What news is about: a case, a request, a project (what it publishes for reporters, and its alerts), the mail that came in, or one's own account. */
export type Concern =
  | Pick<FoundCase, 'case'>
  | { request: { id: string; projectId: string }; project: { name: string } }
  | { project: { id: string; name: string; slug: string } }
  | { incomingMail: true }
  | { ownAccount: true }

/** The path in the console where the news is read. */
export const pathOf = {
  case: (reference: string) => `/console/cases/${reference}`,
  request: (id: string) => `/console/requests/${id}`,
  project: (slug: string, news: TeamNews) =>
    news === 'alert_arrived' ? '/console/alerts' : `/console/projects/${slug}/encryption`,
  incomingMail: '/console/incoming',
  ownAccount: '/console/account',
}

interface ToldAbout {
  /** Makes occasions about it unique. */
  id: string
  /** What decides whether somebody may be told in the place of another; null: nobody is. */
  concerned: { projectId: string } | FoundCase['case'] | null
  /** Its columns in the list of notifications; exactly one is not null, and none of incoming mail and of one's own account. */
  columns: { caseId: string | null; requestId: string | null; projectId: string | null }
  pathOf(news: TeamNews): string
  /** The subject of a mail: a case by its reference, all else by the name of its project. */
  subject(says: string): string
}

const nothing = { caseId: null, requestId: null, projectId: null }

/** How a concern is named, found and stored. */
export function toldAbout(concern: Concern): ToldAbout {
  if ('case' in concern) {
    const { id, reference } = concern.case
    return {
      id,
      concerned: concern.case,
      columns: { ...nothing, caseId: id },
      pathOf: () => pathOf.case(reference),
      subject: (says) => `${says}: ${reference}`,
    }
  }
  if ('incomingMail' in concern || 'ownAccount' in concern) {
    const about = 'incomingMail' in concern ? 'incomingMail' : 'ownAccount'
    return {
      id: about === 'incomingMail' ? 'incoming' : 'account',
      concerned: null,
      columns: nothing,
      pathOf: () => pathOf[about],
      subject: (says) => says,
    }
  }
  const subject = (says: string) => `${says} (${concern.project.name})`
  if ('request' in concern) {
    const { id, projectId } = concern.request
    return {
      id,
      concerned: { projectId },
      columns: { ...nothing, requestId: id },
      pathOf: () => pathOf.request(id),
      subject,
    }
  }
  const { id, slug } = concern.project
  return {
    id,
    concerned: { projectId: id },
    columns: { ...nothing, projectId: id },
    pathOf: (news) => pathOf.project(slug, news),
    subject,
  }
}
