'use client'

import { TextArea } from '@/components/ui/text-area'
import { confirmCaseAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { useCasePlace } from './case-place'
import { affectednessLabel, planLabel } from './case-words'
import { ActSubmit } from './may-button'
import { PlaceLink } from './place-link'

/** Confirming: the conditions, the lines with what the policy proposes, and how it was reproduced. */
export function ConfirmForm() {
  const { view } = useCase()
  const { to } = useCasePlace()
  const open = view.confirmConditions.filter(({ isMet, code }) => !isMet && code !== 'reproduced')
  return (
    <div className="grid gap-4">
      {open.length > 0 && (
        <ul className="grid gap-1">
          {open.map(({ code, reason, isRequired }) => (
            <li key={code} className={isRequired ? 'text-danger' : 'text-due-soon'}>
              {isRequired ? '○' : '◔'} {reason}
            </li>
          ))}
        </ul>
      )}
      <div>
        <p className="font-medium">Release lines</p>
        <ul className="grid gap-1">
          {view.lines.map((line) => (
            <li key={line.id}>
              <span className="font-mono">{line.name}</span>:{' '}
              {affectednessLabel[line.affectedness].toLowerCase()}
              {line.plan && `, ${planLabel[line.plan].toLowerCase()}`}
              {line.affectedness !== 'not_affected' && (
                <span className="text-sm text-muted">
                  {' '}
                  · {line.isOverruled ? `overruled: ${line.planReason ?? ''}` : line.proposal.why}
                </span>
              )}
            </li>
          ))}
        </ul>
        <PlaceLink href={to({ section: 'lines' })} className="text-accent underline">
          Judge the lines
        </PlaceLink>
      </div>
      <CaseForm
        id="confirm"
        action={confirmCaseAction}
        done="Confirmed. The advisory’s draft begins now."
        closes
      >
        <TextArea
          name="reproduction"
          label="How it was reproduced"
          hint="Version, steps, what happened. Your name is recorded with it. Only the team reads it."
          rows={5}
        />
        <div>
          <ActSubmit act="confirm" pendingLabel="Confirming…">
            Confirm the vulnerability
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}
