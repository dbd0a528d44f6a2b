'use client'

import { useQueries } from '@tanstack/react-query'
import { TextInput } from '@/components/ui/text-input'
import { useDebounced } from '@/components/ui/use-debounced'
import { useCase } from '@/components/cases/case-context'
import { isCweId } from '@/domain/severity/cwe'
import type { Weakness } from '@/domain/severity/weakness'
import { WeaknessLine } from './weakness-line'
import { weaknessQueryOptions } from './weakness-query-options'
import { WeaknessSearch } from './weakness-search'

const idsIn = (text: string) => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(isCweId),
  ),
]

/** Weaknesses by their ids, typed or found in the catalogue; each is named, with what MITRE advises. */
export function WeaknessField({ value, onChange }: { value: string; onChange: (ids: string) => void }) {
  // Each has its line at once, so that nothing below moves under a pointer once its name comes.
  const ids = idsIn(value)
  const known = useKnown(ids, idsIn(useDebounced(value)))
  return (
    <div className="grid gap-2">
      <WeaknessSearch
        onPick={({ id }) => onChange([...idsIn(value).filter((one) => one !== id), id].join(' '))}
      />
      <TextInput
        name="cwes"
        label="Weaknesses"
        optional
        mono
        hint="CWE ids, separated by spaces, such as CWE-79."
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {ids.length > 0 && (
        <ul aria-label="Weaknesses named" className="grid gap-2">
          {ids.map((id) => (
            <li key={id}>
              <WeaknessLine id={id} weakness={known(id)} />
            </li>
          ))}
        </ul>
      )}
      <noscript>
        <a href="/console/weaknesses" target="_blank" className="text-accent underline">
          Search the catalogue of weaknesses
        </a>
      </noscript>
    </div>
  )
}

/** What the catalogue says of an id; undefined: not known yet, or not `settled`; null: it has no such entry. */
function useKnown(
  ids: readonly string[],
  settled: readonly string[],
): (id: string) => Weakness | null | undefined {
  const { view } = useCase()
  const answers = useQueries({
    queries: ids.map((id) => ({
      ...weaknessQueryOptions(id),
      enabled: settled.includes(id) && !view.weaknesses.some((one) => one.id === id),
    })),
  })
  return (id) => {
    const shown = view.weaknesses.find((one) => one.id === id)
    const answer = answers[ids.indexOf(id)]?.data
    return shown ?? (answer && (answer.found.find((one) => one.id === id) ?? null))
  }
}
