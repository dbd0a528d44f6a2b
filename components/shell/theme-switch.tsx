'use client'

import { useState, type FormEvent } from 'react'
import { classNames } from '@/lib/class-names'
import { themeChoice, themeChoices, type ThemeChoice } from '@/lib/theme-choice'

type Words = { theme: string; themes: Readonly<Record<ThemeChoice, string>> }

/** Light, dark, or as the system says. A plain form that sets a cookie; with scripts the change is instant. */
export function ThemeSwitch({ chosen, words }: { chosen: ThemeChoice; words: Words }) {
  const [current, setCurrent] = useState(chosen)

  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    const choice = themeChoice(form.get('theme'))
    setCurrent(choice)
    if (choice === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = choice
    // Only remembers: when this fails the page already looks as chosen, and the next one asks again.
    fetch('/theme', { method: 'POST', body: form, redirect: 'manual' }).catch(() => {})
  }

  return (
    <form id="theme" action="/theme" method="post" onSubmit={choose} data-print="hide">
      <fieldset className="flex items-center gap-2">
        <legend className="sr-only">{words.theme}</legend>
        {themeChoices.map((choice) => (
          <button
            key={choice}
            name="theme"
            value={choice}
            aria-pressed={choice === current}
            className={classNames(
              'min-h-7 rounded-md border px-2.5 text-sm',
              choice === current
                ? 'border-control bg-surface text-text'
                : 'border-transparent text-muted hover:bg-hover',
            )}
          >
            {words.themes[choice]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
