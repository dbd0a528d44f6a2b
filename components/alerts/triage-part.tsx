'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { dismissAlertAction, markAlertFixedAction, takeAlertAction } from '@/server/alerts/actions'
import type { AlertView } from '@/server/alerts/alert-view'
import { DismissFields } from './dismiss-fields'

/** What can be done about an alert that waits. */
export function TriagePart({ alert: { id, version, mayTriage } }: { alert: AlertView }) {
  const hidden = { alert: id, seen: String(version) }
  const lockedBecause = mayTriage.allowed ? undefined : mayTriage.reason
  return (
    <div className="grid gap-8">
      <Section title="Take it as a case" level={3} note="You answer for it. Nobody is written to.">
        <ActionForm id="take" action={takeAlertAction} hidden={hidden}>
          <SubmitButton pendingLabel="Taking…" disabledReason={lockedBecause}>
            Take as a case
          </SubmitButton>
        </ActionForm>
      </Section>
      <Section title="Dismiss it" level={3}>
        <ActionForm id="dismiss" action={dismissAlertAction} hidden={hidden} className="grid max-w-2xl gap-4">
          <DismissFields />
          <div>
            <SubmitButton variant="secondary" pendingLabel="Dismissing…" disabledReason={lockedBecause}>
              Dismiss
            </SubmitButton>
          </div>
        </ActionForm>
      </Section>
      <Section title="It is fixed already" level={3}>
        <ActionForm id="fixed" action={markAlertFixedAction} hidden={hidden} className="grid max-w-2xl gap-4">
          <TextArea name="reason" label="Where" hint="Such as the version or the commit." rows={2} optional />
          <div>
            <SubmitButton variant="secondary" pendingLabel="Saving…" disabledReason={lockedBecause}>
              Already fixed
            </SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </div>
  )
}
