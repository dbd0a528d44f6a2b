'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { addReleaseLineAction } from '@/server/projects/actions'
import { LineFields } from './line-fields'

/** Adds a release line. */
export function AddLineForm({ project, zone }: { project: string; zone: string }) {
  return (
    <ActionForm
      id="add-line"
      action={addReleaseLineAction}
      hidden={{ project }}
      resetOnDone
      className="grid max-w-4xl gap-5"
    >
      <LineFields zone={zone} />
      <FormFoot>
        <SubmitButton pendingLabel="Adding…">Add release line</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
