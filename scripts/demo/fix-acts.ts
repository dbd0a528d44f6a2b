import { dayMs, plusMs } from '@/lib/instant'
import type { CraRole } from '@/domain/exploitation/cra-role'
import { meetMilestone } from '@/server/exploitation/meet-milestone'
import { recordExploitation } from '@/server/exploitation/record-exploitation'
import { addTask } from '@/server/fixes/add-task'
import { finishTask } from '@/server/fixes/change-task'
import { writeReleaseNote } from '@/server/fixes/write-release-note'
import { now } from '@/server/kernel/clock'
import { chooseCraRole } from '@/server/projects/choose-cra-role'
import { projectSettings } from '@/server/projects/project-settings'
import { given } from './desk'
import type { Act } from './play'
import { team, type Teammate } from './team'

/** Something to do on the case, by somebody, so many days from then; or done at once. */
export const setsTask =
  (
    who: Teammate,
    text: string,
    { dueInDays, isDone = false }: { dueInDays?: number; isDone?: boolean } = {},
  ): Act =>
  async ({ desk, reference }) => {
    const actor = await desk.actor(who)
    const due = dueInDays === undefined ? undefined : plusMs(now(), dueInDays * dayMs)
    const { task } = given(
      await addTask(actor, {
        case: reference,
        text,
        owner: actor.personId,
        due,
        dueZone: team[who].timeZone,
      }),
    )
    if (isDone) given(await finishTask(actor, { case: reference, task, seen: 1, isDone: 'on' }))
  }

/** Words of one's own for the release note that comes with the patch release. */
export const wordsReleaseNote =
  (who: Teammate, text: string): Act =>
  async ({ desk, reference }) => {
    const note = { case: reference, moment: 'before' as const, seen: 0, text }
    given(await writeReleaseNote(await desk.actor(who), note))
  }

/** From now on the milestones of the Cyber Resilience Act count for the project. */
export const answersAs =
  (who: Teammate, role: CraRole): Act =>
  async ({ desk, project }) => {
    const actor = await desk.actor(who)
    const { project: settings } = given(await projectSettings(actor, { project }))
    given(await chooseCraRole(actor, { project, version: settings.version, role }))
  }

/** Active exploitation becomes known now, and the early warning goes out with it. */
export const learnsOfExploitation =
  (who: Teammate, words: string): Act =>
  async ({ desk, reference }) => {
    const actor = await desk.actor(who)
    const named = { case: reference }
    given(await recordExploitation(actor, { ...named, knownSince: now(), words }))
    given(
      await meetMilestone(actor, {
        ...named,
        milestone: 'cra_early_warning',
        sentAt: now(),
        reference: 'EW-2026-0412',
      }),
    )
  }
