'use client'

import { useCase } from '@/components/cases/case-context'
import { useCasePlace } from '@/components/cases/case-place'
import { PlaceLink } from '@/components/cases/place-link'
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

/** The conditions of the announcement as a checklist, each with its reason. */
export function GateList() {
  const { view } = useCase()
  const { to } = useCasePlace()
  const overridden = view.advisory?.override?.gates ?? []
  return (
    <ol className="grid gap-2">
      {view.gates.map((gate) => {
        const isOverridden = !gate.isMet && overridden.includes(gate.code)
        const place = places[gate.code]
        const state = gate.isMet ? 'holds' : isOverridden ? 'overridden' : 'open'
        return (
          <li key={gate.code} className="grid grid-cols-[1.25rem_1fr] gap-x-1.5">
            <span
              aria-hidden="true"
              className={gate.isMet ? 'text-on-track' : isOverridden ? 'text-due-soon' : 'text-muted'}
            >
              {gate.isMet ? '✓' : isOverridden ? '⤳' : '○'}
            </span>
            <div className="min-w-0">
              <p className={gate.isMet ? 'text-muted' : 'font-medium'}>
                {!gate.isMet && place ? (
                  <PlaceLink
                    href={to(place)}
                    className="text-text underline decoration-line hover:text-accent"
                  >
                    {gate.title}
                  </PlaceLink>
                ) : (
                  gate.title
                )}
                <span className="sr-only">: {state}</span>
              </p>
              {!gate.isMet && (
                <p className="text-sm text-muted">
                  {gate.reason}
                  {isOverridden && ' Overridden by a lead.'}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
