import { spokenIn } from '@/domain/languages/spoken'
import type { TeamNews } from '@/domain/notifications/team-news'
import type { requestKinds } from '@/domain/requests/request'
import { tellProjectTeam } from '@/server/cases/notices'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { sendMail } from '@/server/mail/send-mail'
import { contactOf, type RequestRow } from './request-content'

const asked: Readonly<Record<(typeof requestKinds)[number], TeamNews>> = {
  testing: 'testing_asked',
  policy: 'policy_suggested',
  backport: 'backport_asked',
}

/** Tells everyone of the team who may answer, or the owners while there is nobody: that there is news, never what it is. */
export async function tellTeam(
  context: Context,
  request: RequestRow,
  project: { name: string },
  news: 'received' | 'evidence',
): Promise<void> {
  await tellProjectTeam(
    context,
    request.projectId,
    { request, project },
    news === 'received' ? asked[request.kind] : 'evidence_added',
    { about: String(request.version) },
  )
}

/** Tells whoever asked, if they left an address. */
export async function tellAsker(
  context: Context,
  request: RequestRow,
  project: { name: string },
  news: 'received' | 'answered',
): Promise<void> {
  const contact = contactOf(request)
  if (!contact?.email) return
  const { t } = spokenIn(request.language)
  const said = t(`mail.requestNews.${news}`)
  await sendMail(context, {
    occasion: `request_${news}:${request.id}`,
    recipient: { name: contact.name ?? '', address: contact.email },
    subject: t('mail.subject', { news: said, project: project.name }),
    body: `${[`${said}.`, t('mail.read', { url: `${environment().BASE_URL}/receipt` }), t('mail.noMore')].join('\n\n')}\n`,
    projectId: request.projectId,
  })
}
