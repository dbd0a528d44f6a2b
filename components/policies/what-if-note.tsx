'use client'

import { useEffect, useRef } from 'react'
import { Callout } from '@/components/ui/callout'
import { clockLabel } from '@/domain/clocks/clock-in-words'
import type { MovedPromise } from '@/domain/clocks/what-if'
import { absoluteTime } from '@/lib/describe-time'
import type { Instant } from '@/lib/instant'
import type { PolicyWhatIf } from '@/server/policies/what-if'

/** What saving would change, before anything is saved. Takes the focus: its button is at the other end of the form. */
export function WhatIfNote({ whatIf }: { whatIf: PolicyWhatIf }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [whatIf])
  const { openCases, movedCases, hasMore, examples, sample, timeZone, at } = whatIf
  return (
    <div ref={box} role="status" tabIndex={-1} className="mb-6">
      <Callout kind="info" title="Nothing is saved yet">
        <p>For a report that came now:</p>
        <Promises promises={sample} zone={timeZone} now={at} />
        <p>
          {openCases === 0
            ? 'No case is open.'
            : `Of ${hasMore ? 'the first ' : ''}${openCases} open ${openCases === 1 ? 'case' : 'cases'}, ${movedCases} would have other dates under these terms. They keep the policy they came under: nothing moves for them.`}
        </p>
        {examples.map(({ reference, moved }) => (
          <div key={reference}>
            <p className="font-mono">{reference}</p>
            <Promises promises={moved} zone={timeZone} now={at} />
          </div>
        ))}
      </Callout>
    </div>
  )
}

type PromisesProps = { promises: readonly MovedPromise[]; zone: string; now: Instant }

function Promises({ promises, zone, now }: PromisesProps) {
  const said = (instant: Instant | null) =>
    instant === null ? 'not promised' : absoluteTime(instant, zone, now)
  if (promises.length === 0) return <p className="text-muted">No promise has a date.</p>
  return (
    <ul className="list-disc pl-5">
      {promises.map(({ kind, from, to }, index) => (
        <li key={`${kind} ${index}`}>
          {clockLabel[kind]}: {from === to ? `${said(to)}, as now` : `${said(from)} → ${said(to)}`}
        </li>
      ))}
    </ul>
  )
}
