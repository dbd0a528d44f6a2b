'use client'

import { useEffect, useState } from 'react'
import type { CvssScore } from '@/domain/severity/cvss'
import { RatingBadge } from './rating-badge'

type Outcome = { of: string; score: CvssScore } | { of: string; reason: string }

/** The score of a vector as it is typed or chosen; the calculator is fetched with the first one. */
export function VectorScore({ vector }: { vector: string }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const text = vector.trim()
  useEffect(() => {
    if (text === '') return
    let isWanted = true
    void import('@/domain/severity/cvss').then(({ scoreCvss }) => {
      if (!isWanted) return
      const scored = scoreCvss(text)
      setOutcome(scored.ok ? { of: text, score: scored.value } : { of: text, reason: scored.refusal.reason })
    })
    return () => {
      isWanted = false
    }
  }, [text])
  return (
    <p aria-live="polite" className="flex min-h-6 items-center gap-2">
      {text !== '' && outcome?.of === text && 'score' in outcome && (
        <>
          <b className="text-[1.25rem] font-semibold tabular-nums">{outcome.score.score.toFixed(1)}</b>
          <RatingBadge rating={outcome.score.rating} />
        </>
      )}
      {text !== '' && outcome?.of === text && 'reason' in outcome && (
        <span className="text-sm text-due-soon">{outcome.reason}</span>
      )}
    </p>
  )
}
