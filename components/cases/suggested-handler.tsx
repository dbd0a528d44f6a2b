'use client'

import { useQuery } from '@tanstack/react-query'
import { SubmitButton } from '@/components/ui/submit-button'
import { assignHandlerAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { suggestionQueryOptions } from './suggestion-query-options'

/** Who could answer for the case, why, and the one press that makes it so. */
export function SuggestedHandler({ from }: { from: string }) {
  const { view } = useCase()
  const mayAssign = view.acts.assign_handler.allowed
  const { data, isLoading } = useQuery({ ...suggestionQueryOptions(view.reference), enabled: mayAssign })
  const suggestion = data?.suggestion
  // Keeps its place meanwhile, so that nothing below moves under the pointer.
  if (isLoading) return <p className="min-h-8 text-muted">Looking who could answer for it…</p>
  if (!mayAssign || !suggestion) return null
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
      <p className="text-muted">Suggested: {suggestion.reason}</p>
    </CaseForm>
  )
}
