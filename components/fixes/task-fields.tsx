'use client'

import { useCase } from '@/components/cases/case-context'
import { localInput } from '@/components/cases/local-input'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { offeredTimeZones } from '@/lib/time-zones'
import type { TaskView } from '@/server/fixes/fix-view'

/** What a task says. */
export function TaskFields({ task }: { task?: TaskView }) {
  const { view } = useCase()
  const zone = view.policy.timeZone
  return (
    <>
      <TextInput name="text" label="What there is to do" defaultValue={task?.text ?? ''} />
      <Select
        name="owner"
        label="Who does it"
        placeholder="Nobody yet"
        choices={view.team
          .filter(({ role }) => role !== 'observer')
          .map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={task?.owner?.id ?? ''}
        optional
        fieldClassName="max-w-sm"
      />
      <DateTimeField
        name="due"
        label="Until when"
        optional
        zones={offeredTimeZones}
        zone={zone}
        defaultValue={task?.dueAt ? localInput(task.dueAt, zone) : ''}
      />
    </>
  )
}
