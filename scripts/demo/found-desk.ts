import { Temporal } from 'temporal-polyfill'
import { seedPolicies } from '@/db/seed/policies/seed-policies'
import type { SeedLine, SeedPolicy } from '@/db/seed/policies/seed-policy'
import { shownStatistics } from '@/domain/projects/shown-statistic'
import type { Instant } from '@/lib/instant'
import { acceptInvitation } from '@/server/people/accept-invitation'
import { inviteToTeam } from '@/server/people/invite-to-team'
import { joinByInvitation } from '@/server/people/join-by-invitation'
import { removeMember } from '@/server/people/remove-member'
import { setUpInstance } from '@/server/people/set-up-instance'
import { setUpLink } from '@/server/people/set-up-link'
import { changePolicy } from '@/server/policies/change-policy'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { chooseStatistics } from '@/server/projects/choose-statistics'
import { createProject } from '@/server/projects/create-project'
import { given, type Desk } from './desk'
import { before } from './moment'
import { demoPassword, roleIn, team, teammates, type Teammate } from './team'

/** The day on which the seeded lines are as they are meant to be: on another day they move along with it. */
const linesAreOf = Temporal.PlainDate.from('2026-11-20')

const anyone = { kind: 'anyone' } as const
/** The project that switched on every statistic. */
const showsEverything = 'marmotte'

const tokenOf = (link: string): string => link.split('/').at(-1) ?? ''
const account = (who: Teammate) => ({ ...team[who], password: demoPassword })

/** Founds the desk: its owner, the five projects with policies and lines, and their teams. A little more than a year ago. */
export async function foundDesk(desk: Desk): Promise<void> {
  desk.setClock(before(desk.present, '400d'))
  const link = await setUpLink()
  if (!link) throw new Error('This desk has an owner already.')
  const owner = given(await setUpInstance(anyone, { token: tokenOf(link), ...account('nadia') }))
  desk.addPerson('nadia', owner.personId)
  for (const [index, seed] of seedPolicies.entries()) {
    desk.setClock(before(desk.present, `${390 - index}d`))
    await addProject(desk, seed)
  }
  await desk.doJobs()
}

async function addProject(desk: Desk, { project, introduction, terms, lines }: SeedPolicy): Promise<void> {
  const nadia = await desk.actor('nadia')
  const { slug } = given(await createProject(nadia, project))
  given(await changePolicy(nadia, { project: slug, basedOn: 1, introduction, terms }))
  if (slug === showsEverything)
    given(await chooseStatistics(nadia, { project: slug, version: 1, statistics: [...shownStatistics] }))
  for (const line of lines)
    given(await addReleaseLine(nadia, { project: slug, ...moved(line, desk.present) }))
  for (const who of teammates) await bringIn(desk, who, slug)
  // She made it for them and does not lead it herself.
  given(await removeMember(nadia, { project: slug, personId: desk.idOf('nadia') }))
}

async function bringIn(desk: Desk, who: Teammate, project: string): Promise<void> {
  const role = roleIn(who, project)
  if (!role) return
  const { address } = team[who]
  const invited = given(await inviteToTeam(await desk.actor('nadia'), { project, role, address }))
  const token = tokenOf(invited.link)
  if (desk.knows(who)) given(await joinByInvitation(await desk.actor(who), { token }))
  else desk.addPerson(who, given(await acceptInvitation(anyone, { token, ...account(who) })).personId)
}

function moved(line: SeedLine, present: Instant): SeedLine {
  const today = Temporal.Instant.from(present).toZonedDateTimeISO('UTC').toPlainDate()
  const along = linesAreOf.until(today)
  const move = (day: string) => Temporal.PlainDate.from(day).add(along).toString()
  const { supportedFrom, supportedUntil } = line
  return {
    ...line,
    supportedFrom: move(supportedFrom),
    supportedUntil: supportedUntil && move(supportedUntil),
  }
}
