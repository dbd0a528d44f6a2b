/** The qualitative scale, mildest first (FIRST, CVSS v3.1 section 5 and v4.0 section 6). */
export const ratings = ['none', 'low', 'medium', 'high', 'critical'] as const
export type Rating = (typeof ratings)[number]

/** What a project without CVSS may give: what is no danger at all needs no advisory. */
export const ratingsAlone = ['low', 'medium', 'high', 'critical'] as const satisfies readonly Rating[]
export type RatingAlone = (typeof ratingsAlone)[number]

/** The rating of a score from 0.0 to 10.0: 0 none, to 3.9 low, to 6.9 medium, to 8.9 high, above critical. */
export function ratingOfScore(score: number): Rating {
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'medium'
  return score > 0 ? 'low' : 'none'
}

/** The rating's word as it stands on screens. */
export const ratingLabel: Readonly<Record<Rating, string>> = {
  none: 'None',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
}
