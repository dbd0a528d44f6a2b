'use client'

import { useEffect, useRef } from 'react'
import { Callout } from '@/components/ui/callout'
import type { PolicyAnswer } from '@/server/policies/actions'
import { ChangeList } from './change-list'
import { PromiseList } from './promise-list'
import { WhatIfNote } from './what-if-note'

/** What came of saving: the promises as reporters now read them, or what somebody else saved meanwhile. */
export function PolicyAnswerNote({ answer }: { answer: PolicyAnswer }) {
  if ('whatIf' in answer) return <WhatIfNote whatIf={answer.whatIf} />
  return 'stands' in answer ? <Stands {...answer.stands} /> : <Saved {...answer.saved} />
}

function Stands({ version, changes }: Extract<PolicyAnswer, { stands: object }>['stands']) {
  return (
    <Callout kind="warning" title={`What version ${version} changed meanwhile`} className="mb-6">
      <ChangeList changes={changes} />
    </Callout>
  )
}

/** Takes the focus, since the button that saved is at the other end of a long form. */
function Saved(saved: Extract<PolicyAnswer, { saved: object }>['saved']) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [saved.version, saved.changes])
  const { version, changes, promises, warnings } = saved
  return (
    <div ref={box} role="status" tabIndex={-1} className="mb-6 grid gap-3">
      <Callout
        kind="success"
        title={
          changes.length > 0
            ? `Version ${version} is in force`
            : `Nothing changed. Version ${version} stays in force`
        }
      >
        <p>What reporters now read:</p>
        <PromiseList promises={promises} />
      </Callout>
      {warnings.length > 0 && (
        <Callout kind="warning" title="Saved, but look at this">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Callout>
      )}
    </div>
  )
}
