import { DoneNote } from '@/components/ui/done-note'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { remindAction } from '@/server/reports/actions'

/** Reminds a team that is late. */
export function RemindForm({ reference, words }: { reference: string; words: Catalogue['remind'] }) {
  return (
    <ActionForm
      id="remind"
      action={remindAction}
      hidden={{ case: reference }}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <SubmitButton variant="secondary" pendingLabel={words.sending}>
        {words.send}
      </SubmitButton>
      <DoneNote />
    </ActionForm>
  )
}
