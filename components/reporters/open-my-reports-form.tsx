'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { openMyReportsAction } from '@/server/reporters/actions'

/** Uses the mailed link. It takes a press, because mail scanners open links too and this one works once. */
export function OpenMyReportsForm() {
  return (
    <ActionForm id="open-my-reports" action={openMyReportsAction}>
      <SubmitButton pendingLabel="Opening…">Open my reports</SubmitButton>
    </ActionForm>
  )
}
