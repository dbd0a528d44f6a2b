'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ActSubmit } from '@/components/cases/may-button'
import { Callout } from '@/components/ui/callout'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import { WithTimes } from '@/components/ui/with-times'
import { overrideGrounds } from '@/domain/cases/case-event'
import { overridableGates, overrideTitles } from '@/domain/embargo/override'
import { overrideGatesAction, withdrawOverrideAction } from '@/server/advisories/actions'

/** A lead steps over the gates that are open now, with the reason that stays on the timeline. */
export function OverridePanel() {
  const { view } = useCase()
  const override = view.advisory?.override ?? null
  const open = view.gates.filter(({ isMet }) => !isMet)
  return (
    <div className="grid gap-4">
      {override && (
        <Callout kind="warning" title={`${overrideTitles[override.ground]}: gates are overridden`}>
          <p>
            By {override.by}, <Time instant={override.at} zone={view.policy.timeZone} />. {override.reason}
          </p>
          <CaseForm id="withdraw-override" action={withdrawOverrideAction} done="The gates hold again.">
            <div>
              <ActSubmit act="withdraw_override" variant="secondary" size="small">
                Take the override back
              </ActSubmit>
            </div>
          </CaseForm>
        </Callout>
      )}
      <ul className="grid gap-1">
        {open.map((gate) => (
          <li key={gate.code}>
            {overridableGates.includes(gate.code) ? '○' : '✕'} <b className="font-medium">{gate.title}</b>:{' '}
            {overridableGates.includes(gate.code) ? 'will be stepped over.' : 'cannot be overridden.'}{' '}
            <span className="text-muted">
              <WithTimes text={gate.reason} />
            </span>
          </li>
        ))}
      </ul>
      <CaseForm id="override" action={overrideGatesAction} done="The gates are overridden." closes>
        <RadioGroup
          name="ground"
          label="Why"
          choices={overrideGrounds.map((ground) => ({ value: ground, label: overrideTitles[ground] }))}
        />
        <TextArea
          name="text"
          label="What is known"
          hint="Stays on the timeline. Needed for another reason."
          rows={3}
        />
        <div>
          <ActSubmit act="override_gates" variant="danger" pendingLabel="Overriding…">
            Override the open gates
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}
