'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SavedView } from '@/domain/views/saved-view'
import { restoreViewAction } from '@/server/views/actions'

/** Views that were removed, each with its way back. */
export function RemovedViewList({ views }: { views: readonly SavedView[] }) {
  const router = useRouter()
  return (
    <ul className="grid gap-2">
      {views.map(({ id, name }) => (
        <li key={id}>
          <ActionForm
            id={`restore-${id}`}
            action={restoreViewAction}
            hidden={{ view: id }}
            onDone={() => router.refresh()}
            className="flex flex-wrap items-center justify-between gap-3"
          >
            <span className="wrap-anywhere">{name}</span>
            <SubmitButton variant="secondary" size="small" aria-label={`Bring “${name}” back`}>
              Bring back
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
