'use client'

import { useCallback, useState, useSyncExternalStore } from 'react'
import { differingFields, mergedFields, type FieldValue } from './differing-fields'

/**
 * As `useSeenVersion`, for a form whose fields are compared one by one: holds what the form was opened with, says which fields
 * differ once somebody else saved, and joins both sides' changes on demand. The form's fields take their values from `initially`.
 */
export function useSeenFields(formId: string, version: number, current: readonly FieldValue[]) {
  const [opened, setOpened] = useState({ version, fields: current, round: 0, merged: {} as Values })
  const isStale = opened.version !== version
  const typed = useTyped(formId, isStale)
  const renew = (merged: Values) =>
    setOpened(({ round }) => ({ version, fields: current, round: round + 1, merged }))
  return {
    seen: opened.version,
    isStale,
    /** As a key it makes the form new. */
    round: opened.round,
    differences: isStale ? differingFields(opened.fields, current, typed) : [],
    /** What a field holds at first. */
    initially: (name: string) =>
      opened.merged[name] ?? opened.fields.find((field) => field.name === name)?.value ?? '',
    keepMine: () => renew(mergedFields(opened.fields, current, typed)),
    takeTheirs: () => renew({}),
  }
}

type Values = Record<string, string>

/** What is typed in the form, read only while somebody compares. */
function useTyped(formId: string, isWatched: boolean): Values {
  const subscribe = useCallback(
    (changed: () => void) => {
      const form = isWatched ? document.getElementById(formId) : null
      form?.addEventListener('input', changed)
      return () => form?.removeEventListener('input', changed)
    },
    [formId, isWatched],
  )
  const snapshot = () => {
    const form = isWatched ? document.getElementById(formId) : null
    return form instanceof HTMLFormElement
      ? JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
      : '[]'
  }
  return Object.fromEntries(JSON.parse(useSyncExternalStore(subscribe, snapshot, () => '[]')) as never)
}
