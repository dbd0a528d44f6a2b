import { Menu } from '@/components/ui/menu'
import type { QueueChoices } from '@/server/cases/queue-choices'
import type { QueueRow } from '@/server/cases/queue-rows'
import { changeHref } from './queue-href'
import { projectOf } from './project-of'

export type MenuPlace = { rows: readonly QueueRow[]; at: { x: number; y: number } }

type Props = {
  /** The rows it is opened for; null: closed. */
  place: MenuPlace | null
  choices: QueueChoices
  /** Where the form that takes a note leads back to. */
  back: string
  onAssign: (rows: readonly QueueRow[], to: { id: string; name: string }) => void
  onClose: () => void
}

/** Who can answer for a case, or for all of several. One menu for the whole table. */
export function AssignMenu({ place, choices, back, onAssign, onClose }: Props) {
  if (!place) return null
  const { rows, at } = place
  const references = rows.map(({ reference }) => reference)
  const teams = rows.map((row) => projectOf(choices, row)?.handlers ?? [])
  const able = (teams[0] ?? []).filter((id) => teams.every((team) => team.includes(id)))
  const ids = [choices.ownId, ...able.filter((id) => id !== choices.ownId)].filter((id) => able.includes(id))
  return (
    <Menu
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      at={at}
      label={rows.length === 1 ? `Handler of ${rows[0]?.reference}` : `Handler of ${rows.length} cases`}
      items={
        ids.length === 0
          ? [{ label: 'Nobody', disabledReason: 'handles all of these projects' }]
          : [
              ...ids.map((id) => {
                const name = choices.people[id] ?? ''
                return {
                  label: id === choices.ownId ? `${name} (you)` : name,
                  keys: id === choices.ownId ? 'c' : undefined,
                  disabledReason: rows.every(({ handler }) => handler?.id === id)
                    ? rows.length === 1
                      ? 'answers for it now'
                      : 'answers for them now'
                    : undefined,
                  onSelect: () => onAssign(rows, { id, name }),
                }
              }),
              'separator' as const,
              { label: 'With a note…', href: changeHref('assign', references, back) },
            ]
      }
    />
  )
}
