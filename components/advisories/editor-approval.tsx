'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ActSubmit } from '@/components/cases/may-button'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { approveAdvisoryAction, withdrawApprovalAction } from '@/server/advisories/actions'
import type { AdvisoryView } from '@/server/cases/case-view-advisory'
import { useFocusWhen } from '@/components/cases/focus-when'

/** The second pair of eyes: who approved which version, and the button for it. */
export function ApprovalPart({ advisory, isAsked }: { advisory: AdvisoryView; isAsked: boolean }) {
  const { view } = useCase()
  const box = useFocusWhen(isAsked)
  const { approval } = advisory
  return (
    <Section title="Approval" level={3}>
      <div ref={box} tabIndex={-1} className="grid gap-2">
        {approval && (
          <p>
            {approval.by} approved version {approval.version},{' '}
            <Time instant={approval.at} zone={view.policy.timeZone} />.
            {!approval.isCurrent && ` It is version ${advisory.version} now, which nobody has approved.`}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <CaseForm
            id="approve"
            action={approveAdvisoryAction}
            done={`Version ${advisory.version} is approved.`}
            hidden={{ seen: String(advisory.version) }}
          >
            <div>
              <ActSubmit act="approve_advisory" variant="secondary" pendingLabel="Approving…">
                Approve version {advisory.version}
              </ActSubmit>
            </div>
          </CaseForm>
          {approval && view.acts.withdraw_approval.allowed && (
            <CaseForm id="unapprove" action={withdrawApprovalAction} done="The approval is taken back.">
              <div>
                <ActSubmit act="withdraw_approval" variant="quiet">
                  Take the approval back
                </ActSubmit>
              </div>
            </CaseForm>
          )}
        </div>
      </div>
    </Section>
  )
}
