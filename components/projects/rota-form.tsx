'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { mostDaysPerTurn, mostTurns, type Rota } from '@/domain/people/rota'
import { changeRotaAction } from '@/server/projects/actions'
import { SeenVersion } from './stands-note'
import type { Member } from './team-table'

type Props = {
  project: string
  version: number
  rota: Rota | null
  members: readonly Member[]
  timeZone: string
}

/** Who takes turns at being on duty, in which order, and for how long each. */
export function RotaForm({ project, version, rota, members, timeZone }: Props) {
  const able = members.filter(({ role }) => role !== 'observer')
  const places = Math.min(able.length, mostTurns)
  if (places === 0)
    return <p className="text-muted">Nobody in the team can answer for a case yet. Invite somebody first.</p>
  return (
    <ActionForm id="rota" action={changeRotaAction} hidden={{ project }} className="grid max-w-3xl gap-5">
      {(state) => (
        <>
          <SeenVersion
            version={version}
            state={state}
            facts={(current) => ({ 'Take turns now': current.names.join(', ') || 'Nobody' })}
          />
          <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {Array.from({ length: places }, (_, index) => (
              <Select
                key={index}
                name={`turn${index + 1}`}
                label={`Turn ${index + 1}`}
                placeholder="Nobody"
                choices={able.map(({ personId, name }) => ({ value: personId, label: name }))}
                defaultValue={rota?.personIds[index] ?? ''}
              />
            ))}
          </div>
          <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <TextInput
              name="startsOn"
              label="First day of turn 1"
              hint={`A turn changes at midnight, ${timeZone.replaceAll('_', ' ')}.`}
              type="date"
              defaultValue={rota?.startsOn ?? ''}
            />
            <TextInput
              name="daysPerTurn"
              label="Days in a turn"
              hint="7 for weeks."
              type="number"
              min={1}
              max={mostDaysPerTurn}
              defaultValue={rota?.daysPerTurn ?? 7}
            />
          </div>
          <FormFoot>
            <SubmitButton pendingLabel="Saving…">Save the rota</SubmitButton>
          </FormFoot>
        </>
      )}
    </ActionForm>
  )
}
