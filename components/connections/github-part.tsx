'use client'

import { DoneNote } from '@/components/ui/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { CopyButton } from '@/components/ui/copy-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { connectGithubAction, disconnectGithubAction } from '@/server/alerts/actions'
import type { ConnectionSettings } from '@/server/tokens/connection-settings'
import { SecretShown } from './secret-shown'

type Props = { settings: ConnectionSettings; lockedBecause?: string }

/** Connects GitHub: the address for its webhook, and the secret. */
export function GithubPart({ settings: { project, hook, hookUrl }, lockedBecause }: Props) {
  const hidden = { project: project.slug }
  return (
    <div className="grid max-w-2xl gap-4">
      <div className="grid gap-1">
        <p className="font-medium">Payload URL of the webhook</p>
        <p className="font-mono break-all">{hookUrl}</p>
        <div>
          <CopyButton text={hookUrl} label="Copy the address" size="small" />
        </div>
      </div>
      <p className="text-muted">
        {hook ? (
          <>
            Connected <Time instant={hook.setAt} />.{' '}
            {hook.lastDeliveryAt ? (
              <>
                Last alert: <Time instant={hook.lastDeliveryAt} />.
              </>
            ) : (
              'No alert has come yet.'
            )}
          </>
        ) : (
          'Not connected.'
        )}
      </p>
      <ActionForm<{ secret: string }> id="github" action={connectGithubAction} hidden={hidden}>
        {(state) => (
          <div className="grid gap-4">
            {state.status === 'done' && state.data && (
              <SecretShown
                title="The secret of the webhook"
                secret={state.data.secret}
                note="Paste it into the field Secret at GitHub."
              />
            )}
            <div>
              <SubmitButton
                variant={hook ? 'secondary' : 'primary'}
                pendingLabel="Making…"
                disabledReason={lockedBecause}
              >
                {hook ? 'Make a new secret' : 'Connect GitHub'}
              </SubmitButton>
            </div>
          </div>
        )}
      </ActionForm>
      {hook && (
        <ActionForm
          id="disconnect"
          action={disconnectGithubAction}
          hidden={hidden}
          className="flex flex-wrap items-center gap-4"
        >
          <SubmitButton variant="secondary" pendingLabel="Disconnecting…" disabledReason={lockedBecause}>
            Disconnect GitHub
          </SubmitButton>
          <DoneNote />
        </ActionForm>
      )}
    </div>
  )
}
