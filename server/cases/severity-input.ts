import { z } from 'zod'
import { classifySeverity } from '@/domain/severity/classify'
import { vectorIn } from '@/domain/severity/cvss-vector'
import { ratingsAlone, type RatingAlone } from '@/domain/severity/rating'
import type { Severity } from '@/domain/severity/severity'
import { optionalLongText, optionalShortText } from '@/lib/text'
import { invalid } from '@/server/kernel/problem'

const cweList = optionalShortText(500).transform((text) =>
  (text ?? '')
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((word) => word.toUpperCase()),
)

/** How a severity is entered, by whoever decides it and by whoever says their own. */
export const severityFields = {
  vector40: optionalShortText(500),
  vector31: optionalShortText(500),
  ratingAlone: z.union([z.enum(ratingsAlone), z.literal('').transform(() => null)]).nullish(),
  cwes: cweList,
  reason: optionalLongText(4000),
}

interface Entered {
  vector40: string | null
  vector31: string | null
  ratingAlone?: RatingAlone | null
  cwes: string[]
}

/** The severity that was entered; throws invalid at the field to look at. */
export function enteredSeverity(input: Entered): Severity {
  const entered = classifySeverity({
    vectors: vectorsOf(input),
    ratingAlone: input.ratingAlone ?? null,
    cwes: input.cwes,
  })
  if (!entered.ok) throw invalid({ [fieldOf(entered.refusal.code, input)]: [entered.refusal.reason] })
  return entered.value
}

const vectorsOf = ({ vector40, vector31 }: Entered): string[] =>
  [vector40, vector31].filter((vector) => vector !== null).map(vectorIn)

function fieldOf(code: string, input: Entered): string {
  if (code === 'cwe') return 'cwes'
  if (code === 'nothing_given' || code === 'rating_and_vector') return 'ratingAlone'
  const { vector40, vector31 } = input
  return vector40 !== null && !(vector31 !== null && vectorIn(vector40).startsWith('CVSS:4.0'))
    ? 'vector40'
    : 'vector31'
}
