import { notifications } from '@/db/schema'
import { channelsOf, isToldOfOwnAct, teamNews, type TeamNews } from '@/domain/notifications/team-news'
import { utcText } from '@/lib/utc-text'
import { environment } from '@/server/kernel/environment'
import type { Context } from '@/server/kernel/context'
import { inZoneOfPerson } from '@/server/mail/in-zone-of'
import { sendMail } from '@/server/mail/send-mail'
import { chosenChannels } from '@/server/notifications/choices'
import { absencesNow, type AbsencesNow, type Away } from '@/server/people/absences-now'
import { ownersOf, teamOf, type Teammate } from './team'
import { toldAbout, type Concern } from './told-about'
import { whoMay } from './who-may'

export type Told = Pick<Teammate, 'personId' | 'name' | 'email'>

export interface Telling {
  /** Makes the occasion unique. */
  about: string
  /** Nobody else will hear of it: it cannot be switched off. */
  isLastToHear?: boolean
  /** The whole subject of the mail, where it says more than the words of the kind. */
  subject?: string
  /** Further lines of the mail: references, promises and instants, never what a case holds. */
  more?: readonly string[]
  /** Who is away, where it was asked before: whoever tells several asks once. */
  absences?: AbsencesNow
}

/**
 * Tells one person of the team, in the console and by mail as they chose. While they are away the mail goes to their stand-in, who finds
 * it in the console too; where nobody stands in, or nobody else will hear of it, they get it all the same, and of a case that nobody stands
 * in on the leads hear as well. Nobody is told of a case
 * they may not see, nor of what they did themselves.
 */
export async function tellOne(
  context: Context,
  concern: Concern,
  person: Told,
  news: TeamNews,
  telling: Telling,
): Promise<void> {
  const { actor } = context
  const isOwnAct = (personId: string) =>
    actor.kind === 'person' && actor.personId === personId && !isToldOfOwnAct(news)
  if (isOwnAct(person.personId)) return
  if ('case' in concern && (await whoMay(context, 'view_case', concern.case, [person])).length === 0) return
  const absences = telling.absences ?? (await absencesNow(context))
  const { concerned } = toldAbout(concern)
  const away = concerned && absences.awayOn(person.personId, concerned)
  const standIn = away?.standIn && !isOwnAct(away.standIn.personId) ? away.standIn : null
  const isMailed = standIn === null || telling.isLastToHear === true
  await notify(context, concern, person, news, telling, { isMailed, insteadOf: null })
  if (!away) return
  const isAlone = away.standIn === null && 'case' in concern
  const others = isAlone ? await leadsHere(context, concern.case.projectId, absences) : []
  for (const one of standIn ? [standIn] : others)
    if (!isOwnAct(one.personId))
      await notify(context, concern, one, news, telling, { isMailed: true, insteadOf: { ...person, away } })
}

/** The leads of a project who are here; where there is none, the owners who are. */
async function leadsHere(context: Context, projectId: string, { awayIds }: AbsencesNow): Promise<Told[]> {
  const isHere = ({ personId }: Told) => !awayIds.includes(personId)
  const leads = (await teamOf(context, projectId)).filter((one) => one.role === 'lead' && isHere(one))
  return leads.length > 0 ? leads : (await ownersOf(context)).filter(isHere)
}

async function notify(
  context: Context,
  concern: Concern,
  person: Told,
  news: TeamNews,
  { about, isLastToHear, subject, more = [] }: Telling,
  { isMailed, insteadOf }: { isMailed: boolean; insteadOf: (Told & { away: Away }) | null },
): Promise<void> {
  const told = toldAbout(concern)
  const occasion = `${news}:${told.id}:${about}`
  const channels = channelsOf(news, await chosenChannels(context, person.personId, news), { isLastToHear })
  if (channels.console)
    await context.tx
      .insert(notifications)
      .values({
        personId: person.personId,
        ...told.columns,
        kind: news,
        occasion,
        insteadOf: insteadOf?.personId ?? null,
        at: context.now,
      })
      .onConflictDoNothing()
  if (!channels.mail || !isMailed) return
  const says = subject ?? told.subject(teamNews[news].says)
  const paragraphs = [
    `${says}.`,
    ...(insteadOf
      ? [
          insteadOf.away.standIn
            ? `You stand in for ${insteadOf.name}, who is away until ${utcText(insteadOf.away.until)}.`
            : `${insteadOf.name} is away until ${utcText(insteadOf.away.until)}, and nobody stands in who could. Hand the case over if it cannot wait.`,
        ]
      : []),
    ...(more.length > 0 ? [more.join('\n')] : []),
    `${environment().BASE_URL}${told.pathOf(news)}`,
  ]
  await sendMail(context, {
    occasion,
    recipient: { name: person.name, address: person.email },
    subject: insteadOf ? `For ${insteadOf.name}: ${says}` : says,
    body: await inZoneOfPerson(context, person.personId, `${paragraphs.join('\n\n')}\n`),
    ...(told.columns.caseId && { caseId: told.columns.caseId }),
    ...(told.concerned && { projectId: told.concerned.projectId }),
  })
}
