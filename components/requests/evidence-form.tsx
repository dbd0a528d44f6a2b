'use client'

import type { ReactNode } from 'react'
import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { addEvidenceAction } from '@/server/requests/actions'

/** The asker adds what their backport request lacks. */
export function EvidenceForm({ children }: { children: ReactNode }) {
  return (
    <ActionForm id="evidence" action={addEvidenceAction} className="grid max-w-2xl gap-4">
      {children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel="Saving…">Save and tell the team</SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
