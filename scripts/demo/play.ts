import { before, type Ago } from './moment'
import type { Desk } from './desk'

/** One case as it goes: who it is about, and what it is known by once it was reported. */
export interface Course {
  readonly desk: Desk
  readonly project: string
  /** Set by the first report. */
  reference: string
  /** One for each report, in order. */
  readonly receipts: string[]
  /** Every story's case by its name. */
  readonly all: ReadonlyMap<string, Course>
}

/** Something somebody does on a case, through the command that does it. */
export type Act = (course: Course) => Promise<unknown>

/** Several things at one moment, in order. */
export const together =
  (...acts: Act[]): Act =>
  async (course) => {
    for (const act of acts) await act(course)
  }

/** A case of the demonstration: what happens when, each so long before the present. */
export interface Story {
  /** Names it among the stories, so that others (a duplicate) can point at it. */
  name: string
  project: string
  course: readonly (readonly [Ago, Act])[]
}

/** Tells the stories side by side in the order of time; gives each case by the story's name. */
export async function play(desk: Desk, stories: readonly Story[]): Promise<Map<string, Course>> {
  const courses = new Map<string, Course>()
  for (const { name, project } of stories)
    courses.set(name, { desk, project, reference: '', receipts: [], all: courses })
  const steps = stories
    .flatMap(({ name, course }) =>
      course.map(([ago, act]) => ({ name, ago, act, at: before(desk.present, ago) })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const { name, ago, act, at } of steps) {
    desk.setClock(at)
    await act(courses.get(name)!).catch((error: unknown) => {
      throw new Error(`In “${name}”, ${ago} ago: ${error instanceof Error ? error.message : String(error)}`)
    })
    await desk.doJobs()
  }
  desk.setClock(desk.present)
  return courses
}
