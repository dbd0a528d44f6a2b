import { spokenIn } from '@/domain/languages/spoken'
import type { requestKinds } from '@/domain/requests/request'
import { ownersOf, teamOf } from '@/server/cases/team'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { sendMail } from '@/server/mail/send-mail'
import { contactOf, type RequestRow } from './request-content'

/** Mails say that there is news and where to read it, never what it is. */
const named: Readonly<Record<(typeof requestKinds)[number], string>> = {
  testing: 'Somebody asks before testing',
  policy: 'Somebody suggests a change to the policy',
  backport: 'Somebody asks for a backport',
}

/** Tells everyone of the team who may answer, or the owners while there is nobody. `about` makes the occasion unique. */
export async function tellTeam(
  context: Context,
  request: RequestRow,
  project: { name: string },
  about: 'received' | 'evidence',
): Promise<void> {
  const team = (await teamOf(context, request.projectId)).filter(({ role }) => role !== 'observer')
  const news = about === 'received' ? named[request.kind] : 'A backport request now shows more'
  for (const person of team.length > 0 ? team : await ownersOf(context))
    await sendMail(context, {
      occasion: `request_${about}:${request.id}:${request.version}`,
      recipient: { name: person.name, address: person.email },
      subject: `${news} (${project.name})`,
      body: `${news}.\n\n${environment().BASE_URL}/console/requests/${request.id}\n`,
      projectId: request.projectId,
    })
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
