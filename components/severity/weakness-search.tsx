'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent } from 'react'
import { controlClass } from '@/components/ui/field'
import { useDebounced } from '@/components/ui/use-debounced'
import { usageLabel, type Weakness } from '@/domain/severity/weakness'
import { classNames } from '@/lib/class-names'
import { weaknessQueryOptions } from './weakness-query-options'

/** Finds an entry of the catalogue by words or number: arrow keys choose, Enter takes, Escape closes. Nothing without scripts. */
export function WeaknessSearch({ onPick }: { onPick: (weakness: Weakness) => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const question = useDebounced(typed.trim())
  const { data } = useQuery({ ...weaknessQueryOptions(question), enabled: question !== '' })
  const found = typed.trim() === '' ? [] : (data?.found ?? [])
  const isOpen = found.length > 0
  const chosen = found[Math.min(active, found.length - 1)]

  function pick(weakness: Weakness) {
    onPick(weakness)
    setTyped('')
    setActive(0)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && isOpen) {
      event.preventDefault()
      setActive((at) => (Math.min(at, found.length - 1) + step + found.length) % found.length)
    } else if (event.key === 'Enter' && typed !== '') {
      event.preventDefault()
      if (chosen) pick(chosen)
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      event.stopPropagation()
      setTyped('')
    }
  }
  return (
    <div className="grid gap-1 noscript:hidden">
      <label htmlFor={id} className="w-fit font-medium">
        Find a weakness
      </label>
      <p id={`${id}-hint`} className="text-sm text-muted">
        By what people call it (xss, zip slip), words of its name, or its number.
      </p>
      <input
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        className={controlClass}
      />
      <p role="status" className="sr-only">
        {question !== '' && data ? `${found.length} found` : ''}
      </p>
      {typed.trim() !== '' && data && !isOpen && (
        <p className="text-sm text-muted">Nothing in the catalogue has these words.</p>
      )}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label="Weaknesses found"
        className={classNames('max-h-72 overflow-y-auto rounded-md border border-line', !isOpen && 'hidden')}
      >
        {found.map((weakness) => (
          <li
            key={weakness.id}
            id={`${id}-${weakness.id}`}
            role="option"
            aria-selected={weakness === chosen}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(weakness)}
            className={classNames(
              'cursor-pointer px-3 py-1.5',
              weakness === chosen ? 'bg-accent-soft' : 'hover:bg-hover',
            )}
          >
            <span className="font-mono">{weakness.id}</span> {weakness.name}{' '}
            <span className={weakness.usage === 'allowed' ? 'text-sm text-muted' : 'text-sm text-due-soon'}>
              {weakness.usage !== 'allowed' && '⚠ '}
              {usageLabel[weakness.usage]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
