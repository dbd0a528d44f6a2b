import { eq } from 'drizzle-orm'
import { people, projects } from '@/db/schema'
import type { TeamNews } from '@/domain/notifications/team-news'
import type { Catalogue } from '@/domain/languages/en'
import { spokenIn } from '@/domain/languages/spoken'
import { reportContact } from '@/server/reports/report-content'
import { encryptForMail } from '@/server/encryption/encrypt-mail'
import { reporterKey } from '@/server/encryption/reporter-key'
import { environment } from '@/server/kernel/environment'
import type { Context } from '@/server/kernel/context'
import { sendMail } from '@/server/mail/send-mail'
import { absencesNow } from '@/server/people/absences-now'
import { stopNewsLink } from '@/server/reports/stop-news-link'
import type { CaseRecord, ReportRow } from './case-record'
import type { FoundCase } from './load-case'
import { ownersOf, teamOf, type Teammate } from './team'
import { tellOne, type Told, type Telling } from './tell-person'
import type { Concern } from './told-about'
import { whoMay } from './who-may'

/** What a reporter is told: mails say that there is news and where to read it, never what it is: no title, no text, no severity. */
export type ReporterNews = keyof Catalogue['mail']['news']

/** Tells everyone who reported this, if they left an address. `about` makes the occasion unique: default is the change's instant. */
export async function tellReporters(
  context: Context,
  found: FoundCase,
  record: Pick<CaseRecord, 'reports'>,
  news: ReporterNews,
  about: string = context.now,
): Promise<void> {
  await Promise.all(record.reports.map((report) => tellReporter(context, found, report, news, about)))
}

/** Tells one reporter, if they left an address and want news, or must send again what could not be decrypted. */
export async function tellReporter(
  context: Context,
  found: Pick<FoundCase, 'case' | 'vault'>,
  report: ReportRow,
  news: ReporterNews,
  about: string = context.now,
  /** What the news is; sent only to who gave a key, encrypted to it. */
  content?: string,
): Promise<void> {
  // Held: an address in a flood of reports may be anybody's, and nobody has looked yet.
  if (found.case.isHeld) return
  const contact = reportContact(found.vault, report)
  // Asking to send again what nobody could read is no news: without it the report would be lost.
  if (!contact?.email || (!report.newsByMail && news !== 'could_not_decrypt')) return
  const [project] = await context.tx
    .select({ name: projects.name })
    .from(projects)
    .where(eq(projects.id, found.case.projectId))
  const { t } = spokenIn(report.language)
  const said = t(`mail.news.${news}`)
  const where = t('mail.read', { url: `${environment().BASE_URL}/receipt` })
  const key = reporterKey(found.vault, report)
  // Only a mail that is encrypted to its reader says more.
  const whole = [`${said}.`, ...(content === undefined ? [] : [content]), where].join('\n\n')
  const encrypted = key && (await encryptForMail(key.armored, `${whole}\n`, context.now))
  const more = `${t('mail.noMore')} ${t('mail.stop', { url: stopNewsLink(report.id) })}`
  await sendMail(context, {
    occasion: `${news}:${report.id}:${about}`,
    recipient: { name: contact.name ?? '', address: contact.email },
    subject: t('mail.subject', { news: said, project: project?.name ?? 'Disclosure Desk' }),
    body: encrypted ?? `${[`${said}.`, where, more].join('\n\n')}\n`,
    isEncrypted: encrypted !== null,
    caseId: found.case.id,
    projectId: found.case.projectId,
    reportId: report.id,
  })
}

/** That reports are held at all; and what follows from nobody having looked for days, which is no flood. */
const newsOfHeld: readonly TeamNews[] = ['reports_held', 'reporter_reminded', 'promise_broken']

/** Tells one person of the team, or who stands in for them: the one way in which anybody is told of anything. */
export async function tellPerson(
  context: Context,
  concern: Concern,
  person: Told,
  news: TeamNews,
  { about = context.now, ...telling }: Partial<Telling> = {},
): Promise<void> {
  if ('case' in concern && concern.case.isHeld && !newsOfHeld.includes(news)) return
  await tellOne(context, concern, person, news, { about, ...telling })
}

/** Tells several, one after the other: a stand-in who was told for themselves is not told again. Asks once who is away. */
export async function tellPeople(
  context: Context,
  concern: Concern,
  people: readonly Told[],
  news: TeamNews,
  telling: Partial<Telling> = {},
): Promise<void> {
  const absences = telling.absences ?? (people.length > 1 ? await absencesNow(context) : undefined)
  for (const person of people)
    await tellPerson(context, concern, person, news, { ...telling, ...(absences && { absences }) })
}

/** Tells the primary handler; while there is none, or it is somebody who can no longer handle the case, everyone who could become it. */
export async function tellHandlers(
  context: Context,
  found: Pick<FoundCase, 'case'>,
  news: TeamNews,
  about: string = context.now,
  more: readonly string[] = [],
): Promise<void> {
  const { handlerId, projectId } = found.case
  const named =
    handlerId === null
      ? []
      : await context.tx
          .select({ personId: people.id, name: people.name, email: people.email })
          .from(people)
          .where(eq(people.id, handlerId))
  const [handler] = await whoMay(context, 'take_case', found.case, named)
  if (handler) return tellPerson(context, found, handler, news, { about, more })
  await tellProjectTeam(context, projectId, found, news, { about, more })
}

/** Tells everyone who could take a case of the project: its leads and handlers who may see what it is about, else the owners. */
export async function tellProjectTeam(
  context: Context,
  projectId: string,
  concern: Concern,
  news: TeamNews,
  telling: Partial<Telling> = {},
): Promise<void> {
  const absences = await absencesNow(context)
  const isAway = ({ personId }: Told) => Number(absences.awayIds.includes(personId))
  const told = (await whoCouldHandle(context, projectId, concern)).sort((a, b) => isAway(a) - isAway(b))
  // In this order: a stand-in is told for themselves first.
  await tellPeople(context, concern, told, news, { ...telling, absences })
}

async function whoCouldHandle(context: Context, projectId: string, concern: Concern): Promise<Teammate[]> {
  const team = (await teamOf(context, projectId)).filter((one) => one.role !== 'observer')
  const able = 'case' in concern ? await whoMay(context, 'take_case', concern.case, team) : team
  return able.length > 0 ? able : ownersOf(context)
}
