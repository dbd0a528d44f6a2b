'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ActSubmit } from '@/components/cases/may-button'
import { Badge } from '@/components/ui/badge'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import { answerEmbargoAction } from '@/server/cases/actions'
import type { ProposalView } from '@/server/cases/case-view-proposals'
import { FinderOf } from './both-dates'

const states: Readonly<Record<ProposalView['state'], { tone: Tone; word: string }>> = {
  open: { tone: 'due-soon', word: 'not answered' },
  accepted: { tone: 'on-track', word: 'accepted' },
  declined: { tone: 'neutral', word: 'declined' },
  lapsed: { tone: 'neutral', word: 'lapsed' },
}

/** A date one side proposed: how it stands, what silence does, and its answer or the form to give one. */
export function ProposalEntry({ proposal }: { proposal: ProposalView }) {
  const { timeZone } = useCase().view.policy
  const { tone, word } = states[proposal.state]
  const isOpen = proposal.state === 'open'
  return (
    <li className="grid gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <span>
          {proposal.by === 'reporter' ? (
            <>
              <FinderOf {...proposal} /> proposed
            </>
          ) : (
            'We proposed'
          )}{' '}
          <Time instant={proposal.until} zone={timeZone} show="absolute" />
          {proposal.by === 'team' && proposal.linkedCase && (
            <>
              {' '}
              to: <FinderOf {...proposal} />
            </>
          )}
        </span>
        <Badge tone={tone}>{word}</Badge>
      </p>
      {isOpen && proposal.by === 'team' && (
        <p className="text-sm text-muted">
          {proposal.answerBy ? (
            <>
              Without an answer it stands from{' '}
              <Time instant={proposal.answerBy} zone={timeZone} show="absolute" /> on.
            </>
          ) : (
            'Without an answer it lapses: it goes beyond what the policy asks for, or beyond the reporter’s own date.'
          )}
        </p>
      )}
      {proposal.answer && <p className="text-muted">{proposal.answer}</p>}
      {isOpen &&
        proposal.by === 'reporter' &&
        (proposal.linkedCase ? (
          <p className="text-sm text-muted">Answer it on their case: they keep their conversation.</p>
        ) : (
          <AnswerForm proposal={proposal.id} />
        ))}
    </li>
  )
}

const AnswerForm = ({ proposal }: { proposal: string }) => (
  <CaseForm
    id={`answer-${proposal}`}
    action={answerEmbargoAction}
    done="Answered. The reporter is told."
    hidden={{ proposal }}
  >
    <TextArea name="answer" label="Words to go with the answer" optional rows={2} />
    <div className="flex flex-wrap gap-2">
      <ActSubmit act="answer_embargo" name="accepted" value="yes">
        Accept this date
      </ActSubmit>
      <ActSubmit act="answer_embargo" variant="secondary" name="accepted" value="no">
        Decline
      </ActSubmit>
    </div>
  </CaseForm>
)
