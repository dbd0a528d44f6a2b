'use client'

import { useQuery } from '@tanstack/react-query'
import { SubmitButton } from '@/components/ui/submit-button'
import { WithTimes } from '@/components/ui/with-times'
import type { HandlerSuggestion } from '@/domain/cases/suggested-handler'
import { assignHandlerAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { suggestionQueryOptions } from './suggestion-query-options'

/** Who could answer for the case; undefined while that is looked up, null: nobody in particular. */
export function useSuggestedHandler(): HandlerSuggestion | null | undefined {
  const { view } = useCase()
  const mayAssign = view.acts.assign_handler.allowed
  const { data, isLoading } = useQuery({ ...suggestionQueryOptions(view.reference), enabled: mayAssign })
  if (isLoading) return undefined
  return (mayAssign && data?.suggestion) || null
}

/** Somebody else who could answer for the case, why, and the one press that makes it so. */
export function SuggestedHandler({
  suggestion,
  from,
}: {
  suggestion: ReturnType<typeof useSuggestedHandler>
  from: string
}) {
  const { view } = useCase()
  // Keeps its place meanwhile, so that nothing below moves under the pointer.
  if (suggestion === undefined) return <p className="min-h-8 text-muted">Looking who could answer for it…</p>
  if (suggestion === null || suggestion.personId === view.me) return null
  return (
    <CaseForm
      id="suggested"
      action={assignHandlerAction}
      done={`${suggestion.name} answers for the case.`}
      hidden={{ from, to: suggestion.personId }}
      closes
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <SubmitButton size="small" variant="secondary" pendingLabel="Saving…">
        {view.handler ? 'Hand over to' : 'Assign'} {suggestion.name}
      </SubmitButton>
      <SuggestionReason suggestion={suggestion} />
    </CaseForm>
  )
}

export const SuggestionReason = ({ suggestion }: { suggestion: HandlerSuggestion }) => (
  <p className="text-muted">
    Suggested: <WithTimes text={suggestion.reason} />
  </p>
)
