import type { Tone } from '@/components/ui/tone'
import type { Rating } from '@/domain/severity/rating'

/** How a rating looks; its word always stands with it. */
export const ratingTone: Readonly<Record<Rating, Tone>> = {
  none: 'neutral',
  low: 'low',
  medium: 'medium',
  high: 'high',
  critical: 'critical',
}
