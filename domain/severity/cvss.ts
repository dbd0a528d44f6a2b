import ae from 'ae-cvss-calculator'
import { ok, type Result } from '@/lib/result'
import type { CvssVersion } from './cvss-metric'
import { parseCvssVector, vectorIn, type CvssRefusal } from './cvss-vector'
import { ratingOfScore, type Rating } from './rating'

export interface CvssScore {
  version: CvssVersion
  /** Canonical text. */
  vector: string
  /** 0.0 to 10.0, one decimal; with the threat and environmental metrics where they are given. */
  score: number
  rating: Rating
}

const calculators = { '4.0': ae.Cvss4P0, '3.1': ae.Cvss3P1 } as const

/**
 * The score of a CVSS 4.0 or 3.1 vector as somebody pasted it, or what is wrong with it.
 * The calculator forgives duplicates, gaps and illegal values, so our own grammar stands in front of it.
 */
export function scoreCvss(text: string): Result<CvssScore, CvssRefusal> {
  const parsed = parseCvssVector(vectorIn(text))
  if (!parsed.ok) return parsed
  const { version, vector } = parsed.value
  const score = new calculators[version](vector).calculateScores().overall
  return ok({ version, vector, score, rating: ratingOfScore(score) })
}
