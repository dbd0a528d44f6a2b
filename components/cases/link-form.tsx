'use client'

import { Section } from '@/components/ui/section'
import { TextInput } from '@/components/ui/text-input'
import { linkCaseAction, unlinkCaseAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { useCasePlace } from './case-place'
import { ActLink, ActSubmit } from './may-button'
import { SimilarList, useSimilarCases } from './similar-list'

/** Links the case to the one whose vulnerability it repeats, or undoes that. */
export function LinkForm() {
  const { view } = useCase()
  const original = view.related.find(({ relation }) => relation === 'duplicate_of')
  return original ? <Linked reference={original.reference} /> : <NotLinked />
}

function NotLinked() {
  const { form } = useCasePlace()
  const similar = useSimilarCases({ isAsked: true })
  const chosen = form?.startsWith('of:') ? form.slice(3) : ''
  return (
    <CaseForm
      id="link"
      action={linkCaseAction}
      done="Linked. The credit of this reporter stands in both ledgers."
      closes
    >
      <p className="text-muted">
        The work goes on in the other case. This one stays for its reporter: their own promises, their own
        conversation, their own credit in the advisory. They see nothing of the other report.
      </p>
      {similar.length > 0 && (
        <Section title="Cases that look like this one" level={3}>
          <SimilarList similar={similar} />
        </Section>
      )}
      <TextInput
        key={chosen}
        name="ofCase"
        label="Which case it repeats"
        hint="Its reference, e.g. MAR-7K3QX."
        mono
        defaultValue={chosen}
      />
      <div>
        <ActSubmit act="link_case" pendingLabel="Linking…">
          Link the two
        </ActSubmit>
      </div>
    </CaseForm>
  )
}

function Linked({ reference }: { reference: string }) {
  const { to } = useCasePlace()
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        This case repeats <span className="font-mono">{reference}</span>. Its reporter hears of the
        announcement there. When nothing is left to tell them, close it as a duplicate.
      </p>
      <CaseForm
        id="unlink"
        action={unlinkCaseAction}
        done="The link is undone."
        closes
        className="flex flex-wrap gap-3"
      >
        <ActLink act="resolve" href={to({ panel: 'close' })}>
          Close as a duplicate
        </ActLink>
        <ActSubmit act="unlink_case" variant="quiet" pendingLabel="Undoing…">
          Undo the link
        </ActSubmit>
      </CaseForm>
    </div>
  )
}
