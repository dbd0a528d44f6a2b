'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { removeKeyAction } from '@/server/encryption/actions'

type Props = { project: string; fingerprint: string; lockedBecause?: string }

/** Takes a key out of the public. */
export function RemoveKeyForm({ project, fingerprint, lockedBecause }: Props) {
  return (
    <ActionForm id={`remove-${fingerprint}`} action={removeKeyAction} hidden={{ project, fingerprint }}>
      <SubmitButton
        variant="secondary"
        size="small"
        pendingLabel="Removing…"
        disabledReason={lockedBecause}
        aria-label={`Stop publishing ${fingerprint}`}
      >
        Stop publishing
      </SubmitButton>
    </ActionForm>
  )
}
