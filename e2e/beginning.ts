import { toInstant } from '@/lib/instant'

/** A Monday morning: when every test begins. On that day the seeded release lines are as their projects mean them. */
export const beginning = toInstant('2026-11-23T09:00:00Z')
