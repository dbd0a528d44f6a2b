'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ActSubmit } from '@/components/cases/may-button'
import { Badge } from '@/components/ui/badge'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import { offeredTimeZones } from '@/lib/time-zones'
import { answerEmbargoAction, proposeEmbargoAction } from '@/server/cases/actions'
import { BothDates, FinderOf } from './both-dates'

const states = { open: 'not answered', accepted: 'accepted', declined: 'declined', lapsed: 'lapsed' } as const

/** Dates both sides proposed for the end of the embargo, their answers, and a new proposal of ours. */
export function EmbargoPanel() {
  const { view } = useCase()
  return (
    <div className="grid gap-4">
      <BothDates />
      {view.reporterDates.length > 0 && (
        <ul aria-label="When reporters publish on their own" className="grid gap-1">
          {view.reporterDates.map((date) => (
            <li key={`${date.at} ${date.linkedCase?.reference}`}>
              <FinderOf {...date} /> publishes on <Time instant={date.at} zone={view.policy.timeZone} />
            </li>
          ))}
        </ul>
      )}
      {view.negotiation.agreedUntil && (
        <p>
          Agreed: the embargo ends <Time instant={view.negotiation.agreedUntil} zone={view.policy.timeZone} />
          .
        </p>
      )}
      {view.proposals.length === 0 && <p className="text-muted">Nobody has proposed a date.</p>}
      <ul className="grid gap-3">
        {view.proposals.map((proposal) => (
          <li key={proposal.id} className="grid gap-2">
            <p className="flex flex-wrap items-center gap-2">
              <span>
                {proposal.by === 'reporter' ? (
                  <>
                    <FinderOf {...proposal} /> proposed
                  </>
                ) : (
                  'We proposed'
                )}{' '}
                <Time instant={proposal.until} zone={view.policy.timeZone} />
                {proposal.by === 'team' && proposal.linkedCase && (
                  <>
                    {' '}
                    to: <FinderOf {...proposal} />
                  </>
                )}
              </span>
              <Badge
                tone={
                  proposal.state === 'accepted'
                    ? 'on-track'
                    : proposal.state === 'open'
                      ? 'due-soon'
                      : 'neutral'
                }
              >
                {states[proposal.state]}
              </Badge>
            </p>
            {proposal.by === 'team' && proposal.state === 'open' && (
              <p className="text-sm text-muted">
                {proposal.answerBy ? (
                  <>
                    Without an answer it stands from{' '}
                    <Time instant={proposal.answerBy} zone={view.policy.timeZone} show="absolute" /> on.
                  </>
                ) : (
                  'Without an answer it lapses: it goes beyond what the policy asks for, or beyond the reporter’s own date.'
                )}
              </p>
            )}
            {proposal.answer && <p className="text-muted">{proposal.answer}</p>}
            {proposal.by === 'reporter' &&
              proposal.state === 'open' &&
              (proposal.linkedCase ? (
                <p className="text-sm text-muted">Answer it on their case: they keep their conversation.</p>
              ) : (
                <Answer proposal={proposal.id} />
              ))}
          </li>
        ))}
      </ul>
      <CaseForm id="propose" action={proposeEmbargoAction} done="Proposed. The reporter is told." resetOnDone>
        {(view.reports?.length ?? 0) > 1 && (
          <Select
            name="report"
            label="To whom"
            choices={(view.reports ?? []).map(({ id }, index) => ({
              value: id,
              label: `The reporter of report ${index + 1}`,
            }))}
          />
        )}
        <DateTimeField
          zones={offeredTimeZones}
          name="until"
          label="Propose that the embargo ends"
          zone={view.policy.timeZone}
          hint="The reporter accepts, declines or proposes another date. Sooner than theirs is always theirs to choose."
        />
        <div>
          <ActSubmit act="answer_embargo" variant="secondary">
            Propose to the reporter
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}

function Answer({ proposal }: { proposal: string }) {
  return (
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
}
