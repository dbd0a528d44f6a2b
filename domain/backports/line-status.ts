import type { Instant } from '@/lib/instant'

/** A series that gets releases: `2.4.x`, or `main` for development. */
export interface ReleaseLine {
  id: string
  name: string
  /** npm-style semver range of the versions on the line, e.g. `>=2.4.0 <2.5.0`. */
  range: string
  branch: string
  /** Development lines have no releases of their own and are never waited for. */
  isDevelopment: boolean
  supportedFrom: Instant
  /** null: no end announced. */
  supportedUntil: Instant | null
}

export const affectednesses = ['unknown', 'not_affected', 'affected'] as const
export type Affectedness = (typeof affectednesses)[number]

/** OpenVEX 0.2.0 status justifications. */
export const justifications = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
] as const
export type Justification = (typeof justifications)[number]

export const plans = ['fix', 'wont_fix', 'out_of_support'] as const
export type Plan = (typeof plans)[number]

export const works = ['todo', 'in_progress', 'in_review', 'merged', 'released', 'verified'] as const
export type Work = (typeof works)[number]

/** The patch release of a line: the version that carries the fix, when it was published, and where. */
export interface PatchRelease {
  version: string
  releasedAt: Instant
  url: string
}

/** One row per case and release line. */
export interface LineStatus {
  line: ReleaseLine
  affectedness: Affectedness
  justification: Justification | null
  plan: Plan | null
  /** Why the plan is wont_fix, or differs from what the policy proposed. */
  planReason: string | null
  work: Work | null
  /** First affected version on the line; null: from the line's start. */
  introducedIn: string | null
  release: PatchRelease | null
  /** Why a major bump was released on this line all the same. */
  majorReason: string | null
}
