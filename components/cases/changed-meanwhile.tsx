'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { Difference } from './differing-fields'

/**
 * Holds the version a form was opened with, however often the page is read anew: what somebody else saved meanwhile is never
 * overwritten unseen.
 */
export function useSeenVersion<Version extends number | string>(current: Version) {
  const [seen, setSeen] = useState(current)
  const [round, setRound] = useState(0)
  return {
    seen,
    isStale: seen !== current,
    /** Counts how often the other text was taken; as a key it makes the form new. */
    round,
    keepMine: () => setSeen(current),
    takeTheirs: () => {
      setSeen(current)
      setRound((rounds) => rounds + 1)
    },
    saved: (version: Version) => setSeen(version),
  }
}

type Props = {
  who: string | null
  children?: ReactNode
  /** The fields that differ, where they are compared one by one; the buttons then join both sides' changes. */
  differences?: readonly Difference[]
  keepMine: () => void
  takeTheirs: () => void
}

/** What stands now, beside what was typed: the person decides which of the two is saved. */
export function ChangedMeanwhile({ who, children, differences, keepMine, takeTheirs }: Props) {
  const isJoinable = differences !== undefined && !differences.some(({ changedBy }) => changedBy === 'both')
  return (
    <Callout kind="warning" title={`${who ?? 'Somebody'} changed this while you were editing`}>
      {children && <div className="wrap-anywhere">What stands now: {children}</div>}
      {differences && <Differences differences={differences} />}
      <p>What you typed is still in the form and not saved.</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={keepMine}>
          {isJoinable ? 'Keep both changes' : 'Keep mine, to save it over theirs'}
        </Button>
        <Button size="small" variant="quiet" onClick={takeTheirs}>
          Take theirs
        </Button>
      </div>
    </Callout>
  )
}

const changedByLabel = {
  them: 'they changed it, you did not',
  me: 'you changed it, they did not',
  both: 'you both changed it',
} as const

function Differences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p>It says the same as what you typed.</p>
  return (
    <ul aria-label="What differs" className="grid gap-1">
      {differences.map(({ name, label, theirs, mine, changedBy }) => (
        <li key={name} className="wrap-anywhere">
          <b className="font-medium">{label}</b>: theirs {said(theirs)}, yours {said(mine)}{' '}
          <span className="text-muted">({changedByLabel[changedBy]})</span>
        </li>
      ))}
    </ul>
  )
}

const said = (text: string): string => (text === '' ? 'empty' : `“${text}”`)
