'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ActSubmit } from '@/components/cases/may-button'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { askToVerifyAction } from '@/server/cases/actions'
import type { LineView } from '@/server/cases/case-view-lines'

/** Asks a reporter to try the patch release of a line. */
export function AskToVerifyForm({ line }: { line: LineView }) {
  const reports = useCase().view.reports ?? []
  return (
    <CaseForm
      id={`verify-${line.id}`}
      action={askToVerifyAction}
      done="Asked. The reporter is told."
      hidden={{ line: line.id }}
      closes
      className="grid gap-3"
    >
      <p className="text-muted">
        The reporter is asked whether {line.release?.version} holds. If it does, the line becomes verified; if
        not, it is worked on again and their words stand in the conversation. Your promises wait meanwhile.
      </p>
      {reports.length > 1 && (
        <Select
          name="report"
          label="Whom to ask"
          choices={reports.map(({ id }, index) => ({
            value: id,
            label: `The reporter of report ${index + 1}`,
          }))}
        />
      )}
      <TextArea name="words" label="What to look at" optional rows={2} />
      <div>
        <ActSubmit act="ask_reporter" variant="secondary">
          Ask to verify {line.name}
        </ActSubmit>
      </div>
    </CaseForm>
  )
}
