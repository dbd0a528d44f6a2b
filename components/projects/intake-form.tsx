'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { changeIntakeAction } from '@/server/projects/actions'
import type { IntakeSettings } from '@/server/projects/intake-settings'

type Props = { settings: IntakeSettings; lockedBecause?: string }

/** Says how reports come in. */
export function IntakeForm({ settings, lockedBecause }: Props) {
  const { project, isUnderAttack, floodAbove, pausedSince, pauseNotice, otherWays } = settings
  return (
    <ActionForm
      id="intake"
      action={changeIntakeAction}
      hidden={{ project: project.slug, version: String(project.version) }}
      className="grid max-w-2xl gap-5"
    >
      <fieldset disabled={lockedBecause !== undefined} className="grid gap-5">
        <legend className="sr-only">Intake</legend>
        <Checkbox
          name="isUnderAttack"
          label="Check every sender"
          hint="Browsers calculate for some seconds before they send. Reports sent without that, and those by mail, are held until somebody looks at them."
          defaultChecked={isUnderAttack}
        />
        <TextInput
          name="floodAbove"
          label="Check by itself above this many reports an hour"
          inputMode="numeric"
          defaultValue={String(floodAbove)}
          fieldClassName="max-w-xs"
          required
        />
        <Checkbox
          name="isPaused"
          label="Take no reports"
          hint={
            otherWays.length === 0
              ? 'Add a mail address or a contact to the policy first: a reporter needs somewhere to go.'
              : `The form shows your notice and: ${otherWays.map(({ text }) => text).join(', ')}. A mail to the desk is held, and answered once with the same.`
          }
          defaultChecked={pausedSince !== null}
        />
        <TextArea
          name="pauseNotice"
          label="Notice while no reports are taken"
          hint="Say why, and until when. Everybody can read it."
          rows={3}
          defaultValue={pauseNotice ?? ''}
          optional
        />
      </fieldset>
      <FormFoot>
        <SubmitButton pendingLabel="Saving…" disabledReason={lockedBecause}>
          Save
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
