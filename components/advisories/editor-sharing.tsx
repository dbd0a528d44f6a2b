'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ActSubmit } from '@/components/cases/may-button'
import { Section } from '@/components/ui/section'
import { shareDraftAction, unshareDraftAction } from '@/server/cases/actions'

/** Who of the reporters reads the draft, and the buttons that share it or take it back. */
export function SharingPart() {
  const { view } = useCase()
  const reports = view.reports ?? []
  if (reports.length === 0) return null
  return (
    <Section
      title="Shared with the reporter"
      level={3}
      note="They read the draft as it is saved, and comment on it. Their comments stand in the conversation."
    >
      <ul className="grid gap-2">
        {reports.map(({ id, isDraftShared }, index) => (
          <li key={id}>
            <CaseForm
              id={`share-${id}`}
              action={isDraftShared ? unshareDraftAction : shareDraftAction}
              done={isDraftShared ? 'The draft is taken back.' : 'Shared. The reporter is told.'}
              hidden={{ report: id }}
              className="flex flex-wrap items-center gap-3"
            >
              <span>
                {reports.length > 1 ? `Reporter of report ${index + 1}` : 'The reporter'}:{' '}
                {isDraftShared ? 'reads the draft' : 'does not see it'}
              </span>
              <ActSubmit act="share_draft" variant={isDraftShared ? 'quiet' : 'secondary'} size="small">
                {isDraftShared ? 'Take the draft back' : 'Share the draft'}
              </ActSubmit>
            </CaseForm>
          </li>
        ))}
      </ul>
    </Section>
  )
}
