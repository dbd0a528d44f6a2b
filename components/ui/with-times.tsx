import { piecesOf } from '@/lib/utc-text'
import { Time } from './time'

/** A sentence of a rule. The instants in it, which rules write in UTC, are shown as every moment is: in the viewer's own zone. */
export const WithTimes = ({ text }: { text: string }) =>
  piecesOf(text).map((piece, index) =>
    typeof piece === 'string' ? piece : <Time key={index} instant={piece.at} show="absolute" />,
  )
