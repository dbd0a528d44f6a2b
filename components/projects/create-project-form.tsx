'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { createProjectAction } from '@/server/projects/actions'
import { ProjectFields } from './project-fields'

type Props = { people: ReadonlyArray<{ personId: string; name: string }>; ownId: string }

/** Creates a project. Its policy begins with careful defaults. */
export function CreateProjectForm({ people, ownId }: Props) {
  return (
    <ActionForm id="create-project" action={createProjectAction} className="grid max-w-2xl gap-5">
      <ProjectFields />
      <TextInput
        name="key"
        label="Key"
        hint="Two to eight letters and digits. The name of every case begins with it, so it never changes: MAR makes MAR-7K2QX."
        className="max-w-40 uppercase"
        mono
        autoComplete="off"
        required
      />
      <TextInput
        name="slug"
        label="Short name in addresses"
        hint="Lower case letters, digits and hyphens. It never changes, since links hold it. Empty: made of the name."
        className="max-w-80"
        mono
        autoComplete="off"
        optional
      />
      <Select
        name="leadId"
        label="Lead"
        hint="Looks after the team, the policy and all cases."
        defaultValue={ownId}
        fieldClassName="max-w-sm"
        choices={people.map(({ personId, name }) => ({
          value: personId,
          label: personId === ownId ? `${name} (you)` : name,
        }))}
      />
      <div>
        <SubmitButton pendingLabel="Creating…">Create project</SubmitButton>
      </div>
    </ActionForm>
  )
}
