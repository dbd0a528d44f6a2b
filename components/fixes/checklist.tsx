'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ActSubmit } from '@/components/cases/may-button'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import type { ChecklistEntry } from '@/domain/fixes/checklist'
import { tickEntryAction } from '@/server/fixes/actions'

const signs = {
  open: { sign: '○', word: 'open', className: 'text-muted' },
  done: { sign: '✓', word: 'done', className: 'text-on-track' },
  not_needed: { sign: '–', word: 'not needed', className: 'text-muted' },
} as const

/** What there is to do until the fix is out; each entry is done by the act it names, or ticked by a person. */
export function Checklist() {
  const { view } = useCase()
  return (
    <Section
      title="Fix"
      note="From the policy and what happened so far. Most entries are done by the act they name; tick those the desk cannot see."
    >
      <ol className="grid" aria-label="Checklist of the fix">
        {view.fix.checklist.map((entry) => (
          <Entry key={entry.code} entry={entry} />
        ))}
      </ol>
    </Section>
  )
}

function Entry({ entry }: { entry: ChecklistEntry }) {
  const { view } = useCase()
  const { sign, word, className } = signs[entry.state]
  const isDone = entry.state === 'done'
  return (
    <li className="flex items-start justify-between gap-x-4 border-b border-line py-2 last:border-b-0">
      <div className="grid min-w-0 grid-cols-[1.25rem_1fr] gap-x-1.5">
        <span aria-hidden="true" className={className}>
          {sign}
        </span>
        <div>
          <p className={entry.state === 'open' ? 'font-medium' : 'text-muted'}>
            {entry.title}
            <span className="sr-only">: {word}</span>
          </p>
          <p className="text-sm text-muted">
            {entry.what}
            {entry.tickedBy && ` Ticked by ${entry.tickedBy}`}
            {entry.at && (
              <>
                {entry.tickedBy ? ', ' : ' '}
                <Time instant={entry.at} zone={view.policy.timeZone} />
              </>
            )}
          </p>
        </div>
      </div>
      {entry.isTickable && (
        <CaseForm
          id={`tick-${entry.code}`}
          action={tickEntryAction}
          done={isDone ? 'Open again.' : 'Ticked.'}
          hidden={{ entry: entry.code, isDone: isDone ? '' : 'on' }}
        >
          <ActSubmit act="work_on_fix" variant="secondary" size="small">
            {isDone ? 'Open again' : 'Tick'}
            <span className="sr-only"> ({entry.title})</span>
          </ActSubmit>
        </CaseForm>
      )}
    </li>
  )
}
