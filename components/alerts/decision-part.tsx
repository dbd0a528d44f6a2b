'use client'

import { ActionForm } from '@/components/ui/action-form'
import { PlainText } from '@/components/ui/prose'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { alertStateLabel, dismissalLabel } from '@/domain/alerts/alert'
import { reopenAlertAction } from '@/server/alerts/actions'
import type { AlertView } from '@/server/alerts/alert-view'

type Props = { alert: AlertView; decision: NonNullable<AlertView['decision']> }

/** What became of an alert, by whom and why; and the way back. */
export function DecisionPart({ alert, decision: { at, by, dismissal, reason, reference } }: Props) {
  const { id, version, state, mayTriage } = alert
  return (
    <Section title={alertStateLabel[state]}>
      <p className="text-muted">
        {by ?? 'GitHub'}, <Time instant={at} />
      </p>
      {dismissal && <p>{dismissalLabel[dismissal]}</p>}
      {reason && <PlainText text={reason} />}
      {state === 'taken' ? (
        reference && (
          <p>
            Case{' '}
            <a href={`/console/cases/${reference}`} className="font-mono text-accent underline">
              {reference}
            </a>
          </p>
        )
      ) : (
        <ActionForm id="reopen" action={reopenAlertAction} hidden={{ alert: id, seen: String(version) }}>
          <SubmitButton
            variant="secondary"
            pendingLabel="Putting back…"
            disabledReason={mayTriage.allowed ? undefined : mayTriage.reason}
          >
            Put it back
          </SubmitButton>
        </ActionForm>
      )}
    </Section>
  )
}
