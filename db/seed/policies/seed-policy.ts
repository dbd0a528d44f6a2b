import type { PolicyTerms } from '@/domain/policies/terms'

/** A release line of a seeded project; days in the policy's zone, both included. */
export interface SeedLine {
  name: string
  range: string
  branch: string
  isDevelopment: boolean
  supportedFrom: string
  supportedUntil: string | null
}

/** A project with its policy, for the demonstration and for tests. */
export interface SeedPolicy {
  project: {
    slug: string
    key: string
    name: string
    summary: string
    repository: string
    packages: string[]
  }
  introduction: string
  terms: PolicyTerms
  lines: SeedLine[]
}

/** A line named by its series, such as `2.4.x`, released from a branch of its own. */
export const series = (name: string, range: string, from: string, until: string | null): SeedLine => ({
  name,
  range,
  branch: `release/${name}`,
  isDevelopment: false,
  supportedFrom: from,
  supportedUntil: until,
})

/** The development line. */
export const development = (range: string, from: string): SeedLine => ({
  name: 'main',
  range,
  branch: 'main',
  isDevelopment: true,
  supportedFrom: from,
  supportedUntil: null,
})
