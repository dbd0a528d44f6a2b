'use client'

import { useContext, useEffect, useRef } from 'react'
import { controlId, FormContext } from './form-context'
import { useUiWords } from './ui-language'
import { Sentence } from './sentence'

/** What went wrong with the surrounding form, each error a link to its field. Takes the focus when it appears. */
export function ErrorSummary() {
  const { id, state } = useContext(FormContext)
  const { notSentYet } = useUiWords()
  const box = useRef<HTMLDivElement>(null)
  const failed = state.status === 'invalid' || state.status === 'failed'
  useEffect(() => {
    if (failed) box.current?.focus()
  }, [failed, state])

  if (!failed) return null
  const errors = Object.entries(state.fieldErrors).flatMap(([name, texts]) =>
    texts.map((text) => ({ name, text })),
  )
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      autoFocus
      className="mb-6 rounded-md border border-l-4 border-danger bg-danger-soft p-4"
    >
      <p className="font-semibold text-danger">
        <Sentence text={state.message ?? notSentYet} />
      </p>
      {errors.length > 0 && (
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {errors.map(({ name, text }) => (
            <li key={`${name} ${text}`}>
              <a href={`#${controlId(id, name)}`} className="text-danger underline">
                <Sentence text={text} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
