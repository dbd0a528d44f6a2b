'use client'

import { useRouter } from 'next/navigation'
import { queueHref } from '@/components/queue/queue-href'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { countText } from '@/domain/cases/queue-filters'
import type { SavedView } from '@/domain/views/saved-view'
import { idleForm } from '@/lib/form-state'
import { moveViewAction, removeViewAction, renameViewAction, restoreViewAction } from '@/server/views/actions'
import type { KeptView } from '@/server/views/kept-views'
import { filtersInWords } from './filters-in-words'

/** Views in their order, each with how many cases it holds; who may change one moves, renames and removes it here. */
export function KeptViewList({ views }: { views: readonly KeptView[] }) {
  return (
    <ol className="grid gap-0">
      {views.map((view, index) => (
        <li key={view.id} className="grid gap-1 border-b border-line py-2">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <div className="min-w-0">
              <a href={queueHref(view.filters)} className="font-medium wrap-anywhere text-accent underline">
                {view.name}
              </a>{' '}
              <span className="text-muted tabular-nums">
                {countText(view.count)}
                <span className="sr-only">{view.count === 1 ? ' case' : ' cases'}</span>
              </span>
              <p className="text-sm wrap-anywhere text-muted">{filtersInWords(view.filters)}</p>
            </div>
            {view.mayChange && (
              <MoveForms
                view={view}
                isFirst={views[index - 1]?.project !== view.project}
                isLast={views[index + 1]?.project !== view.project}
              />
            )}
          </div>
          {view.mayChange && <ChangeForms view={view} />}
        </li>
      ))}
    </ol>
  )
}

function MoveForms({ view, isFirst, isLast }: { view: SavedView; isFirst: boolean; isLast: boolean }) {
  const router = useRouter()
  const places = [
    { by: 'up', sign: '↑', isEnd: isFirst },
    { by: 'down', sign: '↓', isEnd: isLast },
  ] as const
  if (isFirst && isLast) return null
  return (
    <ActionForm
      id={`move-${view.id}`}
      action={moveViewAction}
      hidden={{ view: view.id }}
      onDone={() => router.refresh()}
      className="flex gap-1"
    >
      {places.map(
        ({ by, sign, isEnd }) =>
          !isEnd && (
            <SubmitButton
              key={by}
              size="small"
              variant="secondary"
              name="by"
              value={by}
              aria-label={`Move “${view.name}” ${by}`}
            >
              {sign}
            </SubmitButton>
          ),
      )}
    </ActionForm>
  )
}

function ChangeForms({ view }: { view: SavedView }) {
  const router = useRouter()
  const announce = useToast()

  async function bringBack() {
    const form = new FormData()
    form.set('view', view.id)
    const state = await restoreViewAction(idleForm(), form).catch(() => null)
    router.refresh()
    if (state?.status === 'done') announce({ text: `“${view.name}” is back.` })
    else announce({ kind: 'failed', text: state?.message ?? 'This could not be sent. Try again.' })
  }

  return (
    <Disclosure
      summary={
        <>
          Rename or remove<span className="sr-only"> “{view.name}”</span>
        </>
      }
      className="border-b-0 text-sm"
    >
      <ActionForm
        id={`rename-${view.id}`}
        action={renameViewAction}
        hidden={{ view: view.id }}
        onDone={() => router.refresh()}
        className="flex flex-wrap items-end gap-3"
      >
        <TextInput
          name="name"
          label="Name"
          defaultValue={view.name}
          maxLength={40}
          autoComplete="off"
          fieldClassName="min-w-48"
        />
        <SubmitButton variant="secondary">Rename</SubmitButton>
      </ActionForm>
      <ActionForm
        id={`remove-${view.id}`}
        action={removeViewAction}
        hidden={{ view: view.id }}
        onDone={() => {
          announce({
            text: `“${view.name}” is removed.`,
            action: { label: 'Undo', onPress: () => void bringBack() },
          })
          router.refresh()
        }}
      >
        <SubmitButton variant="danger">
          Remove{view.project === null ? '' : ' for the whole team'}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}
