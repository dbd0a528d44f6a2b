'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Callout } from '@/components/ui/callout'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { decideBackportAction } from '@/server/requests/actions'
import type { RequestView } from '@/server/requests/request-view'

type Props = { request: RequestView; backport: NonNullable<RequestView['backport']> }

/** Accepts, so that the line joins the plan of its case, or declines with a reason. */
export function BackportAnswer({ request: { id, version }, backport }: Props) {
  const { missing, mayDecide, hindrance, line } = backport
  const forbidden = mayDecide.allowed ? undefined : mayDecide.reason
  return (
    <ActionForm
      id="answer"
      action={decideBackportAction}
      hidden={{ request: id, seen: String(version) }}
      className="grid max-w-2xl gap-4"
    >
      {missing.length > 0 && (
        <Callout title="It waits for whoever asked">
          <p>They are told what is missing and can add it on their page:</p>
          <ul className="grid list-disc gap-1 pl-4">
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Callout>
      )}
      <TextArea
        name="reason"
        label="The reason, or a word to them"
        rows={3}
        hint={`Needed to decline. Accepted, ${line ?? 'the line'} joins the plan of the case and is waited for.`}
      />
      <div className="flex flex-wrap items-start gap-4">
        <SubmitButton
          name="decision"
          value="accept"
          disabledReason={forbidden ?? hindrance ?? undefined}
          pendingLabel="Accepting…"
        >
          Accept the backport
        </SubmitButton>
        <SubmitButton
          name="decision"
          value="decline"
          variant="secondary"
          disabledReason={forbidden}
          pendingLabel="Declining…"
        >
          Decline
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
