'use client'

import { useCase } from '@/components/cases/case-context'
import { useCasePlace } from '@/components/cases/case-place'
import { PlaceLink } from '@/components/cases/place-link'
import { WithTimes } from '@/components/ui/with-times'
import type { GateCode } from '@/domain/embargo/gates'

/** Where each gate is worked on. */
const places: Partial<Record<GateCode, Record<string, string | null>>> = {
  confirmed: { panel: 'confirm' },
  severity: { section: 'severity' },
  audit: { section: 'audit' },
  lines: { section: 'lines' },
  advisory: { section: 'advisory' },
  approval: { section: 'advisory', form: 'approve' },
  counter_proposal: { panel: 'embargo' },
}

/** The conditions of the announcement as a checklist, each with its reason. `gate-list.css` says what it looks like. */
export function GateList() {
  const { view } = useCase()
  const { to } = useCasePlace()
  const overridden = view.advisory?.override?.gates ?? []
  return (
    <ol className="gate-list">
      {view.gates.map((gate) => {
        const isOverridden = !gate.isMet && overridden.includes(gate.code)
        const place = places[gate.code]
        const state = gate.isMet ? 'holds' : isOverridden ? 'overridden' : 'open'
        return (
          <li key={gate.code} className={state}>
            {!gate.isMet && place ? (
              <PlaceLink href={to(place)}>{gate.title}</PlaceLink>
            ) : (
              <span>{gate.title}</span>
            )}
            <span className="sr-only">: {state}</span>
            {!gate.isMet && (
              <p>
                <WithTimes text={isOverridden ? `${gate.reason} Overridden by a lead.` : gate.reason} />
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
