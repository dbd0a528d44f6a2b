'use client'

import { useCase } from '@/components/cases/case-context'
import type { FieldValue } from '@/components/cases/differing-fields'
import { localInput } from '@/components/cases/local-input'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { offeredTimeZones } from '@/lib/time-zones'
import type { CaseView } from '@/server/cases/case-view'
import type { TaskView } from '@/server/fixes/fix-view'

/** The fields of the form, as the task stands. */
export function taskValues({ team, policy }: CaseView, task: TaskView): FieldValue[] {
  const ownerName = (id: string) =>
    id === '' ? 'nobody yet' : (team.find((one) => one.id === id)?.name ?? task.owner?.name ?? id)
  return [
    { name: 'text', label: 'What there is to do', value: task.text },
    { name: 'owner', label: 'Who does it', value: task.owner?.id ?? '', inWords: ownerName },
    {
      name: 'due',
      label: 'Until when',
      value: task.dueAt ? localInput(task.dueAt, policy.timeZone) : '',
      inWords: (local) => local.replace('T', ' '),
    },
    { name: 'dueZone', label: 'Time zone', value: policy.timeZone },
  ]
}

/** What a task says; of a new one nothing yet. */
export function TaskFields({ initially = () => '' }: { initially?: (field: string) => string }) {
  const { view } = useCase()
  const zone = view.policy.timeZone
  return (
    <>
      <TextInput name="text" label="What there is to do" defaultValue={initially('text')} />
      <Select
        name="owner"
        label="Who does it"
        placeholder="Nobody yet"
        choices={view.team
          .filter(({ role }) => role !== 'observer')
          .map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={initially('owner')}
        optional
        fieldClassName="max-w-sm"
      />
      <DateTimeField
        name="due"
        label="Until when"
        optional
        zones={offeredTimeZones}
        zone={initially('dueZone') || zone}
        defaultValue={initially('due')}
      />
    </>
  )
}
