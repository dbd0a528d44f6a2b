'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

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

type Props = { who: string | null; children: ReactNode; keepMine: () => void; takeTheirs: () => void }

/** What stands now, beside what was typed: the person decides which of the two is saved. */
export function ChangedMeanwhile({ who, children, keepMine, takeTheirs }: Props) {
  return (
    <Callout kind="warning" title={`${who ?? 'Somebody'} changed this while you were editing`}>
      <div>What stands now: {children}</div>
      <p>What you typed is still in the form and not saved.</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={keepMine}>
          Keep mine, to save it over theirs
        </Button>
        <Button size="small" variant="quiet" onClick={takeTheirs}>
          Take theirs
        </Button>
      </div>
    </Callout>
  )
}
