import { cleanText } from '@/lib/text'
import type { Confidence, Finding } from './finding'
import { partNames, policyParts, type Part } from './parts'
import { readAnnouncing } from './read-announcing'
import { readCalendar } from './read-calendar'
import { readChannels } from './read-channels'
import { readFixes } from './read-fixes'
import { readReports } from './read-reports'
import { readSafeHarbour } from './read-safe-harbour'
import { readScope } from './read-scope'
import { readStatements } from './read-statements'
import { readTimes } from './read-times'
import { readVersions } from './read-versions'
import { sentencesOf } from './sentences'

/** The longest text that is read, in characters. */
export const longestPolicy = 64 * 1024

/** One value that the policy gives a part, with every sentence that gives it. */
export interface ReadValue {
  value: Finding['value']
  confidence: Confidence
  evidence: Array<Pick<Finding, 'sentence' | 'line' | 'section'>>
}

/**
 * What a policy says about one part. `found`: one value, plainly said. `unsure`: one value that a person has to confirm.
 * `contradiction`: several that cannot all be true. `missing`: nothing.
 */
export interface ReadPart {
  part: Part
  state: 'found' | 'unsure' | 'contradiction' | 'missing'
  values: ReadValue[]
}

const readers = [
  readTimes,
  readCalendar,
  readAnnouncing,
  readFixes,
  readVersions,
  readReports,
  readScope,
  readSafeHarbour,
  readChannels,
  readStatements,
]

// Enough for any policy people write; keeps a page of nothing but addresses readable.
const mostValues = 50
const mostEvidence = 5

/** Everything a policy says, sentence by sentence, in the order it says it. Never throws, and takes time in proportion to the text. */
export function findingsIn(policy: string): Finding[] {
  const sentences = sentencesOf(cleanText(policy).slice(0, longestPolicy))
  return readers.flatMap((read) => read(sentences)).sort((a, b) => a.line - b.line)
}

/** A policy part by part: values with their sentences, contradictions side by side, and gaps. */
export function readPolicy(policy: string): ReadPart[] {
  const findings = findingsIn(policy)
  const byPart = new Map<Part, Finding[]>()
  for (const one of findings) {
    const list = byPart.get(one.part)
    if (list) list.push(one)
    else byPart.set(one.part, [one])
  }
  return partNames.map((part) => readPart(part, byPart.get(part) ?? []))
}

function readPart(part: Part, all: readonly Finding[]): ReadPart {
  const firm = all.filter(({ isFallback }) => !isFallback)
  const values = new Map<string, ReadValue>()
  for (const { value, confidence, sentence, line, section } of firm.length > 0 ? firm : all) {
    const key = JSON.stringify(value)
    const known = values.get(key)
    if (!known) {
      if (values.size < mostValues)
        values.set(key, { value, confidence, evidence: [{ sentence, line, section }] })
      continue
    }
    if (confidence === 'sure') known.confidence = 'sure'
    const isNew = !known.evidence.some((one) => one.line === line && one.sentence === sentence)
    if (isNew && known.evidence.length < mostEvidence) known.evidence.push({ sentence, line, section })
  }
  const list = [...values.values()]
  return { part, state: stateOf(part, list), values: list }
}

function stateOf(part: Part, values: readonly ReadValue[]): ReadPart['state'] {
  if (values.length === 0) return 'missing'
  if (values.length > 1 && (policyParts[part].kind === 'one' || part === 'credit' || part === 'bounty'))
    return 'contradiction'
  return values.every(({ confidence }) => confidence === 'likely') ? 'unsure' : 'found'
}
