'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { joinAction } from '@/server/people/actions'

/** Accepts an invitation with the account that is signed in. */
export function JoinForm({ name }: { name: string }) {
  return (
    <ActionForm id="join" action={joinAction}>
      <SubmitButton pendingLabel="Accepting…">{`Accept as ${name}`}</SubmitButton>
    </ActionForm>
  )
}
