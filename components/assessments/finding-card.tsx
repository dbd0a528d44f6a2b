'use client'

import { RatingBadge } from '@/components/severity/rating-badge'
import { ActionForm } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { PlainText } from '@/components/ui/prose'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { findingStateLabel, weaknessLabel } from '@/domain/assessments/finding'
import { cweUrl } from '@/domain/severity/cwe'
import { acceptFindingAction, openFindingCaseAction, reopenFindingAction } from '@/server/assessments/actions'
import type { AssessmentView } from '@/server/assessments/assessment-view'
import { FindingHistory } from './finding-history'
import { ChangeFindingForm } from './finding-form'

type Finding = AssessmentView['findings'][number]
type Props = { finding: Finding; lockedBecause?: string }

/** A weakness that was found, and what became of it or can be made of it. */
export function FindingCard({ finding, lockedBecause }: Props) {
  const { weakness, cwe, rating, title, description, state } = finding
  return (
    <Section
      title={title}
      level={4}
      className="border-b border-line pb-6 has-[details]:border-b-0 has-[details]:pb-2"
      note={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <RatingBadge rating={rating} />
          <Badge tone={state === 'open' ? 'due-soon' : 'neutral'}>{findingStateLabel[state]}</Badge>
          {weaknessLabel[weakness]}
          {cwe && (
            <a href={cweUrl(cwe)} rel="noreferrer" className="font-mono text-accent underline">
              {cwe}
            </a>
          )}
        </span>
      }
    >
      <PlainText text={description} />
      {state === 'open' ? (
        <SettleForms finding={finding} lockedBecause={lockedBecause} />
      ) : (
        <Settled finding={finding} lockedBecause={lockedBecause} />
      )}
      <FindingHistory steps={finding.history} />
    </Section>
  )
}

function Settled({ finding, lockedBecause }: Props) {
  const { state, settledBy, reason, reference } = finding
  if (state === 'accepted')
    return (
      <div className="grid max-w-2xl gap-2">
        <p className="text-muted">Accepted by {settledBy}, because:</p>
        <PlainText text={reason ?? ''} />
        <Disclosure summary="Put it back">
          <ActionForm
            id={`reopen-${finding.id}`}
            action={reopenFindingAction}
            hidden={{ finding: finding.id, seen: String(finding.version) }}
            className="grid gap-3"
          >
            <TextArea
              name="reason"
              label="Why it may not go out like this any more"
              hint="Kept with the reason it was accepted for."
              rows={2}
            />
            <div>
              <SubmitButton variant="secondary" pendingLabel="Putting back…" disabledReason={lockedBecause}>
                Put it back
              </SubmitButton>
            </div>
          </ActionForm>
        </Disclosure>
      </div>
    )
  return (
    <p>
      {reference ? (
        <>
          Case{' '}
          <a href={`/console/cases/${reference}`} className="font-mono text-accent underline">
            {reference}
          </a>
        </>
      ) : (
        'Its case is for the people on it alone.'
      )}
    </p>
  )
}

function SettleForms({ finding, lockedBecause }: Props) {
  const { id, version } = finding
  const hidden = { finding: id, seen: String(version) }
  return (
    <div className="grid max-w-2xl gap-4">
      <ActionForm id={`case-${id}`} action={openFindingCaseAction} hidden={hidden}>
        <SubmitButton pendingLabel="Making a case…" disabledReason={lockedBecause}>
          Make a case of it
        </SubmitButton>
      </ActionForm>
      <ActionForm id={`accept-${id}`} action={acceptFindingAction} hidden={hidden} className="grid gap-3">
        <TextArea name="reason" label="Or why it may go out like this" rows={2} />
        <div>
          <SubmitButton variant="secondary" pendingLabel="Accepting…" disabledReason={lockedBecause}>
            Accept it
          </SubmitButton>
        </div>
      </ActionForm>
      <Disclosure summary="Edit the finding">
        <ChangeFindingForm key={version} finding={finding} lockedBecause={lockedBecause} />
      </Disclosure>
    </div>
  )
}
