import { z } from 'zod'
import { lineBounds } from '@/domain/backports/line-range'
import { checkbox, shortText } from '@/lib/text'

const date = (missing: string) => z.iso.date({ error: missing }).regex(/^(?:19|2\d)/, missing)

/** What a person says about a release line; dates are days in the policy's zone, both included. */
export const lineFacts = {
  name: shortText(40, 'Name the line, such as 2.4.x or main.'),
  range: shortText(100, 'Write the range of its versions, such as >=2.4.0 <2.5.0.').refine(
    (range) => lineBounds(range) !== null,
    'Write one unbroken range of versions, such as 2.4.x or >=2.4.0 <2.5.0.',
  ),
  branch: shortText(100, 'Name the branch the line is released from.'),
  isDevelopment: checkbox(),
  supportedFrom: date('Say from which day on it is supported, such as 2026-01-31.'),
  supportedUntil: z
    .union([z.literal(''), date('Write the last supported day, such as 2027-01-31, or leave it empty.')])
    .nullish()
    .transform((day) => day || null),
}

/** A release line as it was written; the days are local to the policy's zone. */
export interface LineFacts {
  name: string
  range: string
  branch: string
  isDevelopment: boolean
  supportedFrom: string
  supportedUntil: string | null
}

/** Whether the last day comes before the first. */
export const endsBeforeStart = (line: Pick<LineFacts, 'supportedFrom' | 'supportedUntil'>): boolean =>
  line.supportedUntil !== null && line.supportedUntil < line.supportedFrom
