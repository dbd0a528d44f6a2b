'use client'

import type { ReactNode } from 'react'
import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { addEvidenceAction } from '@/server/requests/actions'

type Props = { words: Catalogue['evidence']; children: ReactNode }

/** The asker adds what their backport request lacks. */
export function EvidenceForm({ words, children }: Props) {
  return (
    <ActionForm id="evidence" action={addEvidenceAction} className="grid max-w-2xl gap-4">
      {children}
      <FormFoot>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
