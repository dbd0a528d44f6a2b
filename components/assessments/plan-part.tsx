'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { PlainText } from '@/components/ui/prose'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import {
  changeAssessmentAction,
  finishAssessmentAction,
  reopenAssessmentAction,
} from '@/server/assessments/actions'
import type { AssessmentView } from '@/server/assessments/assessment-view'
import { PlanFields } from './plan-fields'

/** What is looked at, by whom and how; changing that, and finishing. */
export function PlanPart({ assessment }: { assessment: AssessmentView }) {
  const { id, version, plan, begun, finished, mayAssess } = assessment
  const hidden = { assessment: id, seen: String(version) }
  const disabledReason = mayAssess.allowed ? undefined : mayAssess.reason
  return (
    <div className="grid max-w-3xl gap-4">
      <DescriptionList
        items={[
          { term: 'Scope', details: <PlainText text={plan.scope} /> },
          { term: 'Who', details: plan.assessors },
          { term: 'Method', details: <PlainText text={plan.method} /> },
          {
            term: 'Begun',
            details: (
              <>
                {begun.by}, <Time instant={begun.at} />
              </>
            ),
          },
          {
            term: 'Finished',
            details: finished ? (
              <>
                {finished.by}, <Time instant={finished.at} />
              </>
            ) : (
              'not yet'
            ),
          },
        ]}
      />
      {finished ? (
        <ActionForm id="reopen" action={reopenAssessmentAction} hidden={hidden}>
          <SubmitButton variant="secondary" pendingLabel="Reopening…" disabledReason={disabledReason}>
            Reopen the assessment
          </SubmitButton>
        </ActionForm>
      ) : (
        <>
          <ActionForm id="finish" action={finishAssessmentAction} hidden={hidden}>
            <SubmitButton pendingLabel="Finishing…" disabledReason={disabledReason}>
              Finish the assessment
            </SubmitButton>
          </ActionForm>
          <Disclosure summary="Change scope, people or method">
            <ActionForm
              id="plan"
              key={version}
              action={changeAssessmentAction}
              hidden={hidden}
              className="grid max-w-2xl gap-4"
            >
              <PlanFields plan={plan} />
              <FormFoot>
                <SubmitButton variant="secondary" pendingLabel="Saving…" disabledReason={disabledReason}>
                  Save
                </SubmitButton>
              </FormFoot>
            </ActionForm>
          </Disclosure>
        </>
      )}
    </div>
  )
}
