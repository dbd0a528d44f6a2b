'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { craRoleLabel, craRoles, type CraRole } from '@/domain/exploitation/cra-role'
import { chooseCraRoleAction } from '@/server/projects/actions'

type Props = { project: string; version: number; role: CraRole | null; lockedBecause?: string }

/** As what the team answers to the EU Cyber Resilience Act; its milestones are off until somebody says so. */
export function CraRoleForm({ project, version, role, lockedBecause }: Props) {
  return (
    <ActionForm
      id="cra-role"
      action={chooseCraRoleAction}
      hidden={{ project, version: String(version) }}
      className="grid max-w-2xl gap-5"
    >
      <Select
        name="role"
        label="For this software the team is"
        placeholder="Neither: it does not apply"
        choices={craRoles.map((value) => ({ value, label: craRoleLabel[value] }))}
        defaultValue={role ?? ''}
        disabled={lockedBecause !== undefined}
        fieldClassName="max-w-sm"
      />
      <FormFoot>
        <SubmitButton pendingLabel="Saving…" disabledReason={lockedBecause}>
          Save the role
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
