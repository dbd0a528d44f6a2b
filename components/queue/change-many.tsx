'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { ActionForm } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { chosenText, type ManyAct, type ManyChanged } from '@/domain/cases/change-many'
import { classNames } from '@/lib/class-names'
import { changeManyAction } from '@/server/cases/actions'
import type { Chosen } from '@/server/cases/chosen-cases'
import type { QueueChoices } from '@/server/cases/queue-choices'
import { ChangeManyFields } from './change-many-fields'
import { ChangeManyResult } from './change-many-result'
import { caseHref, changeHref } from './queue-href'
import { casesKey } from './queue-query-options'

type Act = Exclude<ManyAct, 'unassign'>
type Props = {
  act: Act
  cases: readonly Chosen[]
  /** How many were asked for; some may not be there. */
  asked: number
  choices: QueueChoices
  back: string
}

const titles: Readonly<Record<Act, string>> = {
  assign: 'Assign',
  tag: 'Put a tag on',
  untag: 'Take a tag off',
  close: 'Close without a fix',
}

/** Changes the chosen cases alike: what is chosen, what to do, and what came of it for each. Needs no script. */
export function ChangeMany({ act, cases, asked, choices, back }: Props) {
  const client = useQueryClient()
  if (cases.length === 0)
    return (
      <EmptyState title="No case is chosen" action={<LinkButton href={back}>Back to the queue</LinkButton>}>
        <p>Tick cases in the queue first, or choose them with the key x.</p>
      </EmptyState>
    )
  const references = cases.map(({ reference }) => reference)
  return (
    <ActionForm<ManyChanged>
      id="many"
      action={changeManyAction}
      onDone={() => void client.invalidateQueries({ queryKey: casesKey })}
      className="grid gap-6"
    >
      {(state) =>
        state.status === 'done' && state.data ? (
          <ChangeManyResult changed={state.data} message={state.message ?? ''} back={back} />
        ) : (
          <>
            <nav aria-label="What to do" className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line">
              {(Object.keys(titles) as Act[]).map((one) => (
                <Link
                  key={one}
                  href={changeHref(one, references, back)}
                  aria-current={one === act ? 'page' : undefined}
                  className={classNames(
                    'inline-flex min-h-9 items-center text-text no-underline hover:underline',
                    one === act && 'border-b-2 border-accent font-medium',
                  )}
                >
                  {titles[one]}
                </Link>
              ))}
            </nav>
            <ChosenList cases={cases} asked={asked} />
            <input type="hidden" name="act" value={act} />
            {cases.map(({ reference, handler }) => (
              <input
                key={reference}
                type="hidden"
                name="case"
                value={chosenText({ reference, ...(act === 'assign' && { seen: handler?.id ?? '' }) })}
              />
            ))}
            <ChangeManyFields act={act} cases={cases} choices={choices} back={back} />
          </>
        )
      }
    </ActionForm>
  )
}

function ChosenList({ cases, asked }: Pick<Props, 'cases' | 'asked'>) {
  const missing = asked - cases.length
  return (
    <section aria-labelledby="chosen" className="grid gap-2">
      <h2 id="chosen" className="text-[1.125rem]/6">
        {cases.length === 1 ? 'One case' : `${cases.length} cases`}
      </h2>
      <ul className="grid gap-1">
        {cases.map(({ reference, title, stage, handler }) => (
          <li key={reference} className="flex flex-wrap items-baseline gap-x-3">
            <a
              href={caseHref(reference)}
              className="inline-flex min-h-6 items-center font-mono text-accent underline"
            >
              {reference}
            </a>
            <span className="min-w-0 wrap-anywhere">{title}</span>
            <span className="text-muted">
              {stage} · {handler?.name ?? 'nobody'}
            </span>
          </li>
        ))}
      </ul>
      {missing > 0 && (
        <p className="text-muted">
          {missing === 1 ? 'One more is' : `${missing} more are`} not there, or not for you to see.
        </p>
      )}
    </section>
  )
}
