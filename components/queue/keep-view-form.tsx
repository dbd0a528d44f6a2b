'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { queueSearch, type QueueFilters } from '@/domain/cases/queue-filters'
import { keptFilters } from '@/domain/views/saved-view'
import type { QueueChoices } from '@/server/cases/queue-choices'
import { keepViewAction } from '@/server/views/actions'

type Props = { filters: QueueFilters; choices: QueueChoices }

/** Keeps what the queue shows under a name. Folded until asked for; a plain form. */
export function KeepViewForm({ filters, choices }: Props) {
  const router = useRouter()
  const announce = useToast()
  const shareable = choices.projects.filter(({ mayShareViews }) => mayShareViews)
  return (
    <ActionForm
      id="keep-view"
      action={keepViewAction}
      hidden={{ filters: queueSearch(keptFilters(filters)) }}
      resetOnDone
      onDone={(state) => {
        announce({ text: `The view “${state.data?.name}” is kept.` })
        router.refresh()
      }}
    >
      {(state) => (
        <FormDisclosure summary="Keep this view" className="max-w-2xl border-b-0">
          {state.status === 'done' && (
            <p className="text-on-track">
              ✓ The view “{state.data?.name}” is kept. It stands among the views.
            </p>
          )}
          <p className="text-muted">
            Keeps the view, the filters, the search and the order. What is searched for is stored sealed.
          </p>
          <div className="flex flex-wrap items-end gap-3">
            <TextInput
              name="name"
              label="Name"
              maxLength={40}
              autoComplete="off"
              fieldClassName="min-w-48 flex-1"
            />
            {shareable.length > 0 && (
              <Select
                name="project"
                label="For whom"
                placeholder="Only me"
                defaultValue=""
                choices={shareable.map(({ slug, name }) => ({ value: slug, label: `The team of ${name}` }))}
                fieldClassName="min-w-48"
              />
            )}
            <SubmitButton pendingLabel="Keeping…">Keep</SubmitButton>
          </div>
          {shareable.length > 0 && (
            <p className="text-sm text-muted">A view of a team shows the cases of its project alone.</p>
          )}
        </FormDisclosure>
      )}
    </ActionForm>
  )
}
