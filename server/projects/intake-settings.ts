import { z } from 'zod'
import { can, type Decision } from '@/domain/access/can'
import { whyChecked } from '@/domain/projects/flood'
import { otherWays, type OtherWay } from '@/domain/projects/other-ways'
import type { Instant } from '@/lib/instant'
import { query } from '@/server/kernel/query'
import { policyInForce } from '@/server/policies/policy-in-force'
import { reportsWithinHour } from '@/server/reports/intake'
import { loadProject, projectName } from './load-project'

export interface IntakeSettings {
  project: { slug: string; key: string; name: string; summary: string; version: number }
  isUnderAttack: boolean
  floodAbove: number
  pausedSince: Instant | null
  pauseNotice: string | null
  /** null: nobody is checked. */
  whyChecked: ReturnType<typeof whyChecked>
  /** What a paused form names. */
  otherWays: OtherWay[]
  mayManage: Decision
}

/** How reports to the project come in now, and what the asking person may change. */
export const intakeSettings = query({
  name: 'projects.intakeSettings',
  input: z.object({ project: projectName }),
  may: 'view_project',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, _input, { project, subject }): Promise<IntakeSettings> => {
    const { terms } = await policyInForce(context, project.id)
    const { slug, key, name, summary, version, isUnderAttack, floodAbove, pausedSince, pauseNotice } = project
    return {
      project: { slug, key, name, summary, version },
      isUnderAttack,
      floodAbove,
      pausedSince,
      pauseNotice,
      whyChecked: whyChecked(project, await reportsWithinHour(context, project)),
      otherWays: otherWays(terms),
      mayManage: can(context.actor, 'manage_intake', subject),
    }
  },
})
