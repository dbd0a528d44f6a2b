'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { LineFacts } from '@/domain/projects/line-facts'
import type { ShownStatistic } from '@/domain/projects/shown-statistic'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { formObject, refusedForm, runForm } from '@/server/kernel/action'
import type { Problem } from '@/server/kernel/problem'
import { addReleaseLine } from './add-release-line'
import { changeIntake } from './change-intake'
import { changeMailAddresses } from './change-mail-addresses'
import { changeProject } from './change-project'
import { changeReleaseLine } from './change-release-line'
import { changeRota } from './change-rota'
import { chooseCraRole } from './choose-cra-role'
import { chooseStatistics } from './choose-statistics'
import { createProject } from './create-project'
import { removeReleaseLine } from './remove-release-line'

/** What stands after a lost race, so that a form can show it and start from it. */
export type Stands<Facts> = { current: Facts & { version: number } }

export type ProjectFacts = { name: string; summary: string; repository: string | null; packages: string[] }
/** People in their turns. */
export type RotaFacts = { names: string[] }
export type ChosenStatistics = { statistics: ShownStatistic[] }

/** Creates a project and goes to its settings. */
export async function createProjectAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(createProject, await currentActor(), form)
  if (state.status !== 'done' || !state.data) return state
  revalidatePath('/console', 'layout')
  redirect(`/console/projects/${state.data.slug}`)
}

/** Changes what a project says about itself; a lost race hands back what stands now. */
export async function changeProjectAction(
  previous: FormState<Stands<ProjectFacts>>,
  form: FormData,
): Promise<FormState<Stands<ProjectFacts>>> {
  const result = await changeProject(await currentActor(), formObject(form) as never)
  if (!result.ok) return lostRace(result.refusal, form, previous)
  revalidatePath('/console', 'layout')
  return { status: 'done', values: {}, fieldErrors: {}, message: 'Saved.' }
}

/** Says which mail addresses belong to a project; what the form shows then is what was stored. */
export async function changeMailAddressesAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(changeMailAddresses, await currentActor(), form, {
    done: () => ({ message: 'Saved.' }),
  })
  if (state.status === 'done') revalidatePath('/console', 'layout')
  return { ...state, data: undefined }
}

/** Chooses which statistics the portal shows; a lost race hands back what stands now. */
export async function chooseStatisticsAction(
  previous: FormState<Stands<ChosenStatistics>>,
  form: FormData,
): Promise<FormState<Stands<ChosenStatistics>>> {
  const result = await chooseStatistics(await currentActor(), formObject(form, ['statistics']) as never)
  // Boxes that were unticked are not sent; without this they would come back ticked.
  if (!result.ok) {
    const state = lostRace(result.refusal, form, previous)
    return { ...state, values: { statistics: [], ...state.values } }
  }
  revalidatePath('/console', 'layout')
  return { status: 'done', values: {}, fieldErrors: {}, message: 'Saved.' }
}

/** Says how reports come in. */
export async function changeIntakeAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(changeIntake, await currentActor(), form, {
    done: () => ({ message: 'Saved.' }),
  })
  if (state.status === 'done') {
    revalidatePath('/console', 'layout')
    return state
  }
  // A box that was unticked is not sent; without this it would come back ticked.
  return { ...state, values: { isUnderAttack: [], isPaused: [], ...state.values } }
}

/** Changes who is on duty when; a lost race hands back what stands now. */
export async function changeRotaAction(
  previous: FormState<Stands<RotaFacts>>,
  form: FormData,
): Promise<FormState<Stands<RotaFacts>>> {
  const result = await changeRota(await currentActor(), formObject(form) as never)
  if (!result.ok) return lostRace(result.refusal, form, previous)
  revalidatePath('/console', 'layout')
  return { status: 'done', values: {}, fieldErrors: {}, message: 'Saved.' }
}

/** Says as what the team answers to the Cyber Resilience Act. */
export async function chooseCraRoleAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(chooseCraRole, await currentActor(), form, {
    done: () => ({ message: 'Saved.' }),
  })
  if (state.status === 'done') revalidatePath('/console', 'layout')
  return { ...state, data: undefined }
}

/** Adds a release line, and says in how many cases it is asked about. */
export async function addReleaseLineAction(
  _previous: FormState<{ askedCases: number }>,
  form: FormData,
): Promise<FormState<{ askedCases: number }>> {
  const state = await runForm(addReleaseLine, await currentActor(), form, {
    done: ({ askedCases }) => ({ data: { askedCases }, message: added(askedCases) }),
  })
  if (state.status === 'done') revalidatePath('/console', 'layout')
  return state.status === 'done' ? state : untickable(state)
}

const added = (cases: number) =>
  cases === 0
    ? 'Added.'
    : `Added. ${cases === 1 ? 'One open case now asks' : `${cases} open cases now ask`} whether it is affected.`

/** Changes a line and goes back to the table. */
export async function changeReleaseLineAction(
  previous: FormState<Stands<LineFacts>>,
  form: FormData,
): Promise<FormState<Stands<LineFacts>>> {
  const result = await changeReleaseLine(await currentActor(), formObject(form) as never)
  if (!result.ok) return untickable(lostRace(result.refusal, form, previous))
  return backToLines(form)
}

/** Removes a line and goes back to the table. */
export async function removeReleaseLineAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(removeReleaseLine, await currentActor(), form)
  return state.status === 'done' ? backToLines(form) : state
}

function backToLines(form: FormData): never {
  revalidatePath('/console', 'layout')
  redirect(`/console/projects/${encodeURIComponent(String(form.get('project')))}/lines`)
}

function lostRace<Facts>(
  problem: Problem,
  form: FormData,
  previous: FormState<Stands<Facts>>,
): FormState<Stands<Facts>> {
  const current = problem.code === 'conflict' ? (problem.current as Stands<Facts>['current']) : undefined
  return { ...refusedForm(problem, form), data: current ? { current } : previous.data }
}

/** A box that was unticked is not sent; without this it would come back ticked. */
const untickable = <Data>(state: FormState<Data>): FormState<Data> => ({
  ...state,
  values: { isDevelopment: [], ...state.values },
})
