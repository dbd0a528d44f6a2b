'use client'

import { ActionForm } from '@/components/ui/action-form'
import type { Choice } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { changePolicyAction } from '@/server/policies/actions'
import { PolicyAnswerNote } from './policy-answer'
import { PolicyFields } from './policy-fields'
import type { PolicyValues } from './policy-values'

type Props = {
  project: string
  /** The version the form starts from. */
  version: number
  values: PolicyValues
  regions: readonly Choice[]
  holidaysUntil: string | null
  /** Why it cannot be changed by this person. */
  lockedBecause?: string
}

/** Everything a policy says, as one form. After a lost race it shows what changed and starts from there, with all that was typed. */
export function PolicyForm({ project, version, values, regions, holidaysUntil, lockedBecause }: Props) {
  return (
    <ActionForm id="policy" action={changePolicyAction} hidden={{ project }}>
      {({ data }) => (
        <>
          <input
            type="hidden"
            name="basedOn"
            value={data && 'stands' in data ? data.stands.version : version}
          />
          {data && <PolicyAnswerNote answer={data} />}
          <fieldset disabled={lockedBecause !== undefined}>
            <legend className="sr-only">The policy</legend>
            <PolicyFields values={values} regions={regions} holidaysUntil={holidaysUntil} />
          </fieldset>
          <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-1 py-3">
            <SubmitButton pendingLabel="Saving…" disabledReason={lockedBecause}>
              Save as a new version
            </SubmitButton>
            {!lockedBecause && (
              <SubmitButton name="step" value="what-if" variant="secondary" pendingLabel="Counting…">
                What would change
              </SubmitButton>
            )}
            {!lockedBecause && (
              <span className="text-muted max-md:hidden">
                Open cases keep the version in force when their report arrived.
              </span>
            )}
          </div>
        </>
      )}
    </ActionForm>
  )
}
