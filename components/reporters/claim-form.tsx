'use client'

import { DoneNote } from '@/components/people/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import { claimReportAction } from '@/server/reporters/actions'

type Props = { words: Pick<Catalogue['findReportForm'], 'receipt' | 'hint'> & { add: string } }

/** Puts a report on the list by its receipt. */
export function ClaimForm({ words }: Props) {
  return (
    <ActionForm id="claim" action={claimReportAction} resetOnDone className="grid gap-4">
      <TextInput
        name="receipt"
        label={words.receipt}
        hint={words.hint}
        mono
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="secondary">{words.add}</SubmitButton>
        <DoneNote />
      </div>
    </ActionForm>
  )
}
