import type { assessments, findings } from '@/db/schema'
import { vault } from '@/server/kernel/vault'

export type AssessmentRow = typeof assessments.$inferSelect
export type FindingRow = typeof findings.$inferSelect

/** What was looked at, by whom, and how. */
export interface AssessmentPlan {
  scope: string
  assessors: string
  method: string
}

export interface FindingContent {
  title: string
  description: string
}

type Place = { table: 'assessments'; column: 'plan' } | { table: 'findings'; column: 'content' | 'reason' }

/** Seals a text of an assessment: it says where a product is weak. */
export const sealAssessmentText = (row: string, place: Place, text: string): Uint8Array =>
  vault().instanceVault.seal({ ...place, row }, text)

const open = (row: string, place: Place, sealed: Uint8Array) =>
  vault().instanceVault.open({ ...place, row }, sealed)

/** What is looked at, by whom and how, opened. Throws SealBroken. */
export const assessmentPlan = (row: AssessmentRow): AssessmentPlan =>
  JSON.parse(open(row.id, { table: 'assessments', column: 'plan' }, row.plan)) as AssessmentPlan

/** What a finding says, opened. Throws SealBroken. */
export const findingContent = (row: FindingRow): FindingContent =>
  JSON.parse(open(row.id, { table: 'findings', column: 'content' }, row.content)) as FindingContent

/** Why it goes out with the release. */
export const acceptedBecause = (row: FindingRow): string | null =>
  row.reason ? open(row.id, { table: 'findings', column: 'reason' }, row.reason) : null
