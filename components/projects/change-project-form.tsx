'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { changeProjectAction } from '@/server/projects/actions'
import { ProjectFields, type ProjectValues } from './project-fields'
import { SeenVersion } from './stands-note'

type Props = { project: string; version: number; values: ProjectValues; lockedBecause?: string }

/** Changes what a project says about itself. */
export function ChangeProjectForm({ project, version, values, lockedBecause }: Props) {
  return (
    <ActionForm
      id="project"
      action={changeProjectAction}
      hidden={{ project }}
      className="grid max-w-2xl gap-5"
    >
      {(state) => (
        <>
          <SeenVersion
            version={version}
            state={state}
            facts={(current) => ({
              Name: current.name,
              'What it is': current.summary,
              Repository: current.repository,
              Packages: current.packages.join(', '),
            })}
          />
          <fieldset disabled={lockedBecause !== undefined} className="grid gap-5">
            <legend className="sr-only">The project</legend>
            <ProjectFields values={values} />
          </fieldset>
          <FormFoot>
            <SubmitButton pendingLabel="Saving…" disabledReason={lockedBecause}>
              Save
            </SubmitButton>
          </FormFoot>
        </>
      )}
    </ActionForm>
  )
}
