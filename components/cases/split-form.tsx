'use client'

import { Callout } from '@/components/ui/callout'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { splitReportAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'
import { splitSignWords } from './split-sign-words'

/** Makes a second case of a report that holds two vulnerabilities, with one action. */
export function SplitForm() {
  const { view, formKey } = useCase()
  const reports = view.reports ?? []
  const signs = reports.flatMap(({ splitSigns }) => splitSigns)
  return (
    <CaseForm
      id="split"
      action={splitReportAction}
      done="Split. Both cases are linked above, and the reporter is told."
      hidden={{ submission: formKey }}
      closes
    >
      <p className="text-muted">
        One case is one vulnerability. The second case begins with the same report: the instant it arrived,
        its credit, its terms, its promises and {view.handler?.name ?? 'no handler yet'}. The reporter’s one
        receipt opens both.
      </p>
      {signs.length > 0 && (
        <Callout title="Signs of more than one">
          <ul className="grid list-disc gap-1 pl-4">
            {signs.map((sign) => (
              <li key={sign.sign}>{splitSignWords(sign)}</li>
            ))}
          </ul>
        </Callout>
      )}
      {reports.length > 1 && (
        <RadioGroup
          name="report"
          label="Which report holds both"
          defaultValue={reports[0]?.id}
          choices={reports.map(({ id, content }) => ({ value: id, label: content.title }))}
        />
      )}
      <TextInput
        name="title"
        label="The second vulnerability"
        hint="The title of the new case. Only the team sees it."
        maxLength={200}
      />
      <TextArea
        name="explanation"
        label="What is in which case"
        hint="Goes to the reporter in both cases, word for word."
        rows={3}
      />
      <div>
        <ActSubmit act="split_case" pendingLabel="Splitting…">
          Split into two cases
        </ActSubmit>
      </div>
    </CaseForm>
  )
}
