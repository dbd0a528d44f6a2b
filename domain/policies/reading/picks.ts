import { ok, refuse, type Result } from '@/lib/result'
import type { PolicyTerms } from '../terms'
import type { Part } from './parts'
import { policyParts } from './parts'
import type { ReadPart } from './read-policy'
import { entriesOf, entryOf, fieldsOfValue, joined, listField } from './value-fields'
import { valueInForce } from './value-in-force'
import { valueInWords } from './value-in-words'

type Fields = Record<string, string | string[]>

/** Something a person may pick for a part. */
export interface Pick {
  /** What the form sends for it: `keep`, `read-2`, `held-0`. */
  id: string
  words: string
  isPreset: boolean
  confidence: 'sure' | 'likely' | null
  evidence: ReadPart['values'][number]['evidence']
}

/** One part as the import shows it: what the text says, what is in force, and what may be picked. */
export interface ShownPart {
  part: Part
  state: ReadPart['state']
  /** How picks are made: one of them, any of them, or none since no field holds it. */
  choose: 'one' | 'many' | 'none'
  inForce: string | null
  picks: Pick[]
}

/** The field of the import in which a part is picked. */
export const pickField = (part: Part): string => `pick.${part}`

/**
 * Every part with its picks. Preset is only what the text plainly says and nothing contradicts; what a person has to decide begins
 * with nothing picked. Entries of lists in force are offered too, so that an import never drops them unseen.
 */
export function shownParts(
  reading: readonly ReadPart[],
  terms: PolicyTerms,
  form: Readonly<Fields>,
): ShownPart[] {
  return reading.map(({ part, state, values }) => {
    const list = listField(part)
    const read = values.map(({ value, confidence, evidence }, index) => ({
      id: `read-${index}`,
      words: valueInWords(part, value as never),
      isPreset: list ? confidence === 'sure' : state === 'found',
      confidence,
      evidence,
    }))
    if (policyParts[part].kind === 'told')
      return { part, state, choose: 'none' as const, inForce: null, picks: read }
    if (list) {
      const held = entriesOf(list, form)
      const known = new Set(values.map(({ value }) => entryOf(value)))
      const kept = held.flatMap((words, index) =>
        known.has(words)
          ? []
          : [{ id: `held-${index}`, words, isPreset: false, confidence: null, evidence: [] }],
      )
      const inForce = held.length === 0 ? null : held.join(' · ')
      return {
        part,
        state,
        choose: 'many' as const,
        inForce,
        picks: read.length > 0 ? [...read, ...kept] : [],
      }
    }
    const current = valueInForce(part, terms)
    const inForce = current === undefined ? null : valueInWords(part, current as never)
    const keep = { id: 'keep', words: inForce ?? 'nothing', isPreset: false, confidence: null, evidence: [] }
    return { part, state, choose: 'one' as const, inForce, picks: read.length > 0 ? [...read, keep] : [] }
  })
}

/**
 * The policy form with what was picked; parts without a pick stay as in force. Refuses, by field, where one of several has to be
 * picked and none was: nothing is ever chosen for a person.
 */
export function formWithPicks(
  form: Readonly<Fields>,
  reading: readonly ReadPart[],
  picked: (part: Part) => readonly string[],
): Result<Fields, Record<string, string[]>> {
  const errors: Record<string, string[]> = {}
  let filled: Fields = { ...form }
  for (const { part, values } of reading) {
    if (policyParts[part].kind === 'told' || values.length === 0) continue
    const ids = picked(part)
    const chosen = values.filter((_, index) => ids.includes(`read-${index}`))
    const list = listField(part)
    if (list) {
      const kept = entriesOf(list, form).filter((_, index) => ids.includes(`held-${index}`))
      const entries = [...new Set([...chosen.map(({ value }) => entryOf(value)), ...kept])]
      if (entries.length > 0) filled[list.field] = joined(list, entries)
    } else if (chosen.length === 1) filled = { ...filled, ...fieldsOfValue(part, chosen[0]!.value as never) }
    else if (!ids.includes('keep'))
      errors[pickField(part)] = ['Pick what the policy shall say, or keep what is in force.']
  }
  return Object.keys(errors).length > 0 ? refuse(errors) : ok(filled)
}
