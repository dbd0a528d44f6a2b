'use client'

import { spamExplanation } from '@/domain/cases/resolutions'
import { releaseHeldAction, resolveCaseAction } from '@/server/cases/actions'
import { nextStepId } from './arriving-focus'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'

/** What to do with a held report: it is one of the team's, or it is spam. */
export function HeldCard() {
  return (
    <section
      id={nextStepId}
      tabIndex={-1}
      aria-label="Held report"
      className="grid gap-3 rounded-md border border-accent bg-accent-soft p-3"
    >
      <h2 className="text-sm font-medium text-muted">Held report</h2>
      <p>
        It came while too many reports arrived, and no browser worked for it. Nobody was told. Its promises
        count from its arrival.
      </p>
      <CaseForm
        id="release-held"
        action={releaseHeldAction}
        done="Released. The team and the reporter are told."
      >
        <ActSubmit act="release_held" variant="primary" pendingLabel="Releasing…">
          Release the report
        </ActSubmit>
      </CaseForm>
      <CaseForm
        id="held-spam"
        action={resolveCaseAction}
        done="Closed as spam. No mail went out."
        hidden={{ kind: 'spam', explanation: spamExplanation }}
      >
        <ActSubmit act="resolve" variant="secondary" pendingLabel="Closing…">
          Mark as spam
        </ActSubmit>
        <p className="text-sm text-muted">Whoever holds the receipt reads: “{spamExplanation}”</p>
      </CaseForm>
    </section>
  )
}
