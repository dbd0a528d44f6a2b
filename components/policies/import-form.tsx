'use client'

import { ActionForm } from '@/components/ui/action-form'
import type { Choice } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { importPolicyAction } from '@/server/policies/actions'
import { ImportText } from './import-text'
import { PolicyAnswerNote } from './policy-answer'
import { PolicyFields } from './policy-fields'
import type { PolicyValues } from './policy-values'
import { ReadParts } from './read-parts'

type Props = {
  project: string
  /** The policy in force, which stays wherever nothing else is picked. */
  values: PolicyValues
  regions: readonly Choice[]
  holidaysUntil: string | null
  /** Why this person cannot change the policy. */
  lockedBecause?: string
}

/** A written policy becomes data: read, picked from, filled in, saved. One form, so that it works without scripts too. */
export function ImportForm({ project, values, regions, holidaysUntil, lockedBecause }: Props) {
  return (
    <ActionForm id="import" action={importPolicyAction} hidden={{ project }} className="grid gap-8">
      {({ data }) => (
        <>
          {data && <input type="hidden" name="mark" value={data.mark} />}
          <input type="hidden" name="round" value={data?.filled?.round ?? 0} />
          <input type="hidden" name="basedOn" value={data?.filled?.version ?? 0} />
          {data?.policy && <PolicyAnswerNote answer={data.policy} />}
          <ImportText key={`text ${data?.mark}`} lockedBecause={lockedBecause} isRead={data !== undefined} />
          {data && (
            <ReadParts key={`parts ${data.mark}`} parts={data.parts} isFilled={data.filled !== null} />
          )}
          {data?.filled && (
            <fieldset key={`fields ${data.filled.round}`} className="grid gap-4">
              <legend className="mb-2 text-[1.25em]/[1.3] font-semibold">
                The policy with what you picked
              </legend>
              <p className="max-w-prose text-muted">
                Everything can still be changed. Nothing is in force before you save.
              </p>
              <div>
                <PolicyFields values={values} regions={regions} holidaysUntil={holidaysUntil} />
              </div>
              <SubmitButton name="step" value="save" pendingLabel="Saving…">
                Save as a new version
              </SubmitButton>
            </fieldset>
          )}
        </>
      )}
    </ActionForm>
  )
}
