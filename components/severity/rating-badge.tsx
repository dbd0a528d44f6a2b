import { ratingTone } from '@/components/advisories/rating-tone'
import { Badge } from '@/components/ui/badge'
import { ratingLabel, type Rating } from '@/domain/severity/rating'

/** How bad it is, as a word with its sign; says so when nobody has classified it. */
export function RatingBadge({ rating }: { rating: Rating | null }) {
  if (rating === null) return <Badge>Severity open</Badge>
  return <Badge tone={ratingTone[rating]}>{ratingLabel[rating]}</Badge>
}
