import { Menu } from '@/components/ui/menu'
import type { QueueChoices } from '@/server/cases/queue-choices'
import type { QueueRow } from '@/server/cases/queue-rows'

export type AssignPlace = { row: QueueRow; at: { x: number; y: number } }

type Props = {
  /** The row it is opened for; null: closed. */
  place: AssignPlace | null
  choices: QueueChoices
  onAssign: (row: QueueRow, to: { id: string; name: string }) => void
  onClose: () => void
}

/** Who can answer for a case. One menu for the whole table. */
export function AssignMenu({ place, choices, onAssign, onClose }: Props) {
  if (!place) return null
  const { row, at } = place
  const project = projectOf(choices, row)
  const others = (project?.handlers ?? []).filter((id) => id !== choices.ownId)
  const ids = project?.handlers.includes(choices.ownId) ? [choices.ownId, ...others] : others
  return (
    <Menu
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      at={at}
      label={`Handler of ${row.reference}`}
      items={ids.map((id) => {
        const name = choices.people[id] ?? ''
        return {
          label: id === choices.ownId ? `${name} (you)` : name,
          keys: id === choices.ownId ? 'c' : undefined,
          disabledReason: row.handler?.id === id ? 'answers for it now' : undefined,
          onSelect: () => onAssign(row, { id, name }),
        }
      })}
    />
  )
}

/** The project of a case: references begin with its key. */
export const projectOf = (choices: QueueChoices, { reference }: QueueRow) =>
  choices.projects.find(({ key }) => reference.startsWith(`${key}-`))
