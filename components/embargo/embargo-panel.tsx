'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ActSubmit } from '@/components/cases/may-button'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Select } from '@/components/ui/select'
import { Time } from '@/components/ui/time'
import { offeredTimeZones } from '@/lib/time-zones'
import { proposeEmbargoAction } from '@/server/cases/actions'
import { BothDates, FinderOf } from './both-dates'
import { ProposalEntry } from './proposal-entry'

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
              <FinderOf {...date} /> publishes on{' '}
              <Time instant={date.at} zone={view.policy.timeZone} show="absolute" />
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
          <ProposalEntry key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      <ProposeForm />
    </div>
  )
}

function ProposeForm() {
  const { view } = useCase()
  return (
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
  )
}
