'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { useDraft } from './use-draft'

type Props = { draft: ReturnType<typeof useDraft> }

/** Says beside a composer whether what one writes is kept, and what to do when it is not. */
export function DraftNote({ draft }: Props) {
  const { state, discard } = draft
  return (
    <div className="grid gap-2">
      {state.kind === 'kept' && (
        <p className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
          <span>
            Draft kept at <Time instant={state.keptAt} show="absolute" />
          </span>
          <Button
            variant="quiet"
            size="small"
            className="max-sm:-ml-2.5 noscript:hidden"
            onClick={() => void discard()}
          >
            Discard draft
          </Button>
        </p>
      )}
      <div role="status" className="grid gap-2 empty:hidden">
        {state.kind === 'unreachable' && (
          <Warning>
            Not kept: the desk cannot be reached. Your words are still here; it is tried again.
          </Warning>
        )}
        {state.kind === 'signed_out' && (
          <Warning>
            Not kept: you are signed out. Your words are still here.{' '}
            <a href="/sign-in" target="_blank" className="text-accent underline">
              Sign in in a new window
            </a>
            , then go on writing.
          </Warning>
        )}
        {state.kind === 'refused' && <Warning>Not kept: {state.reason}</Warning>}
        {state.kind === 'elsewhere' && <Elsewhere draft={draft} current={state.current} />}
      </div>
    </div>
  )
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="text-sm text-danger">
      <span aria-hidden="true">! </span>
      {children}
    </p>
  )
}

type KeptElsewhere = Extract<Props['draft']['state'], { kind: 'elsewhere' }>['current']

function Elsewhere({ draft, current }: Props & { current: KeptElsewhere }) {
  const { keepMine, takeTheirs, discard } = draft
  if (current === null)
    return (
      <>
        <Warning>
          Not kept: this draft was sent or discarded in another window. What you typed is still here.
        </Warning>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => keepMine(null)}>
            Keep this text
          </Button>
          <Button size="small" variant="quiet" onClick={() => void discard()}>
            Discard it
          </Button>
        </div>
      </>
    )
  return (
    <>
      <Warning>
        Not kept: you wrote this in another window, kept at <Time instant={current.keptAt} show="absolute" />:
      </Warning>
      <blockquote className="max-h-40 overflow-y-auto border-l-2 border-line pl-3 whitespace-pre-wrap wrap-anywhere">
        {current.draft.body}
        {current.draft.nextStep ? `\n\n${current.draft.nextStep}` : ''}
      </blockquote>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => keepMine(current)}>
          Keep mine
        </Button>
        <Button size="small" variant="quiet" onClick={() => takeTheirs(current)}>
          Take the other
        </Button>
      </div>
    </>
  )
}
