import { assessmentList } from '@/server/assessments/assessment-list'
import { assessmentView } from '@/server/assessments/assessment-view'
import { beginAssessment, finishAssessment } from '@/server/assessments/change-assessment'
import { acceptFinding } from '@/server/assessments/settle-finding'
import { addFinding } from '@/server/assessments/write-finding'
import { given } from '../desk'
import type { Act, Course, Story } from '../play'

const assessor = 'jonas'

const begins =
  (release: string, scope: string): Act =>
  async ({ desk, project }) => {
    const plan = {
      scope,
      assessors: 'Jonas Lind, Aisha Karim',
      method: 'Review of the changes, and the checklist.',
    }
    given(await beginAssessment(await desk.actor(assessor), { project, release, ...plan }))
  }

/** The assessment of a release as it stands. */
async function assessment({ desk, project }: Course, release: string) {
  const actor = await desk.actor(assessor)
  const known = given(await assessmentList(actor, { project })).assessments.find(
    (one) => one.release === release,
  )
  if (!known) throw new Error(`${release} is not assessed.`)
  return { actor, view: given(await assessmentView(actor, { assessment: known.id })) }
}

const finds =
  (release: string, finding: Omit<Parameters<typeof addFinding>[1], 'assessment'>): Act =>
  async (course) => {
    const { actor, view } = await assessment(course, release)
    given(await addFinding(actor, { assessment: view.id, ...finding }))
  }

const accepts =
  (release: string, reason: string): Act =>
  async (course) => {
    const { actor, view } = await assessment(course, release)
    const open = view.findings.find(({ state }) => state === 'open')
    if (!open) throw new Error('Nothing is open.')
    given(await acceptFinding(actor, { finding: open.id, seen: open.version, reason }))
  }

const finishes =
  (release: string): Act =>
  async (course) => {
    const { actor, view } = await assessment(course, release)
    given(await finishAssessment(actor, { assessment: view.id, seen: view.version }))
  }

/** Two releases looked at before production: one may go out, the other waits. */
export const assessments: Story = {
  name: 'assessments',
  project: 'pedro',
  course: [
    ['40d', begins('2.4.0', 'The sign-in, and everything that changed since 2.3.0.')],
    [
      '39d',
      finds('2.4.0', {
        weakness: 'error_handling',
        rating: 'low',
        title: 'An error page names the version of the framework',
        description: 'Any address that does not exist shows it at the bottom.',
      }),
    ],
    ['38d', accepts('2.4.0', 'The version is public anyway; the next release removes it.')],
    ['38d', finishes('2.4.0')],
    ['3d', begins('2.5.0', 'The new export, and how it asks for permission.')],
    [
      '2d',
      finds('2.5.0', {
        weakness: 'access_control',
        cwe: 'CWE-639',
        rating: 'high',
        title: 'The export of another account is fetched by its number',
        description: 'Numbers are handed out in order, and whose export it is nobody asks.',
      }),
    ],
  ],
}
