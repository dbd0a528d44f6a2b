'use client'

import { Callout } from '@/components/ui/callout'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { stopNewsAction } from '@/server/reports/actions'

/** Ends the mails about one report. */
export function StopNewsForm({ stopKey }: { stopKey: string }) {
  return (
    <ActionForm id="no-mail" action={stopNewsAction} hidden={{ key: stopKey }}>
      {(state) =>
        state.status === 'done' ? (
          <div role="status">
            <Callout kind="success" title="No more mails about this report" />
          </div>
        ) : (
          <SubmitButton>Stop these mails</SubmitButton>
        )
      }
    </ActionForm>
  )
}
